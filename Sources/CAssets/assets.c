#include "assets.h"

static const unsigned char openapi_yaml[] = {
#embed "../../openapi.yaml"
};
const unsigned char *const asset_openapi_yaml = openapi_yaml;
const size_t asset_openapi_yaml_size = sizeof openapi_yaml;

static const unsigned char app_js[] = {
#embed "../NewsAPI/Dashboard/Page/app.js"
};
static const unsigned char chart_js[] = {
#embed "../NewsAPI/Dashboard/Page/chart.js"
};
static const unsigned char dates_js[] = {
#embed "../NewsAPI/Dashboard/Page/dates.js"
};
static const unsigned char dom_js[] = {
#embed "../NewsAPI/Dashboard/Page/dom.js"
};
static const unsigned char evidence_js[] = {
#embed "../NewsAPI/Dashboard/Page/evidence.js"
};
static const unsigned char graph_js[] = {
#embed "../NewsAPI/Dashboard/Page/graph.js"
};
static const unsigned char icon_svg[] = {
#embed "../NewsAPI/Dashboard/Page/icon.svg"
};
static const unsigned char index_html[] = {
#embed "../NewsAPI/Dashboard/Page/index.html"
};
static const unsigned char network_js[] = {
#embed "../NewsAPI/Dashboard/Page/network.js"
};
static const unsigned char overview_js[] = {
#embed "../NewsAPI/Dashboard/Page/overview.js"
};
static const unsigned char parts_js[] = {
#embed "../NewsAPI/Dashboard/Page/parts.js"
};
static const unsigned char reading_js[] = {
#embed "../NewsAPI/Dashboard/Page/reading.js"
};
static const unsigned char search_js[] = {
#embed "../NewsAPI/Dashboard/Page/search.js"
};
static const unsigned char server_js[] = {
#embed "../NewsAPI/Dashboard/Page/server.js"
};
static const unsigned char sources_js[] = {
#embed "../NewsAPI/Dashboard/Page/sources.js"
};
static const unsigned char style_css[] = {
#embed "../NewsAPI/Dashboard/Page/style.css"
};
static const unsigned char timeline_js[] = {
#embed "../NewsAPI/Dashboard/Page/timeline.js"
};
static const unsigned char words_js[] = {
#embed "../NewsAPI/Dashboard/Page/words.js"
};
static const struct asset dashboard[] = {
  {"app.js", app_js, sizeof app_js},
  {"chart.js", chart_js, sizeof chart_js},
  {"dates.js", dates_js, sizeof dates_js},
  {"dom.js", dom_js, sizeof dom_js},
  {"evidence.js", evidence_js, sizeof evidence_js},
  {"graph.js", graph_js, sizeof graph_js},
  {"icon.svg", icon_svg, sizeof icon_svg},
  {"index.html", index_html, sizeof index_html},
  {"network.js", network_js, sizeof network_js},
  {"overview.js", overview_js, sizeof overview_js},
  {"parts.js", parts_js, sizeof parts_js},
  {"reading.js", reading_js, sizeof reading_js},
  {"search.js", search_js, sizeof search_js},
  {"server.js", server_js, sizeof server_js},
  {"sources.js", sources_js, sizeof sources_js},
  {"style.css", style_css, sizeof style_css},
  {"timeline.js", timeline_js, sizeof timeline_js},
  {"words.js", words_js, sizeof words_js},
};
const struct asset *const dashboard_assets = dashboard;
const size_t dashboard_asset_count = sizeof dashboard / sizeof *dashboard;

static const unsigned char words[] = {
#embed "lists/words.txt"
};
const unsigned char *const asset_words = words;
const size_t asset_words_size = sizeof words;

static const unsigned char towns[] = {
#embed "lists/towns.txt"
};
const unsigned char *const asset_towns = towns;
const size_t asset_towns_size = sizeof towns;

static const unsigned char organisations[] = {
#embed "lists/organisations.txt"
};
const unsigned char *const asset_organisations = organisations;
const size_t asset_organisations_size = sizeof organisations;
