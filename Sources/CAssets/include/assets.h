#pragma once
#include <stddef.h>

extern const unsigned char *const _Nonnull asset_openapi_yaml;
extern const size_t asset_openapi_yaml_size;

/* A file of the dashboard: its name, its bytes and how many there are. */
struct asset {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
};
extern const struct asset *const _Nonnull dashboard_assets;
extern const size_t dashboard_asset_count;

extern const unsigned char *const _Nonnull asset_words;
extern const size_t asset_words_size;

extern const unsigned char *const _Nonnull asset_towns;
extern const size_t asset_towns_size;

extern const unsigned char *const _Nonnull asset_organisations;
extern const size_t asset_organisations_size;
