# Two replicas behind Varnish as a cache. Tested by ./replicas.
# Start with -p http_gzip_support=off: the replicas' own gzip keeps its strong ETag, and a byte range stays one.
# And with -p nuke_limit=1000: when its memory is full, a long answer may push out more than the usual fifty short ones.
vcl 4.1;
import directors;
import std;

probe ready { .url = "/readyz"; .interval = 500ms; .timeout = 1s; .window = 1; .threshold = 1; }
backend one { .host = "127.0.0.1"; .port = "8081"; .probe = ready; .connect_timeout = 1s; }
backend two { .host = "127.0.0.1"; .port = "8082"; .probe = ready; .connect_timeout = 1s; }

sub vcl_init {
  new replicas = directors.round_robin();
  replicas.add_backend(one);
  replicas.add_backend(two);
}

sub vcl_recv {
  # These speak of one replica and are nobody else's business.
  if (req.url ~ "^/(livez|readyz|metrics)$") { return (synth(404)); }
  # There are no accounts: nothing here makes an answer private.
  unset req.http.Cookie;
  unset req.http.Authorization;
  # Two representations are enough, whatever lists browsers send. Refusing identity has a replica compress at the first
  # request already, not at the second: a cache asks only once.
  if (req.http.Accept-Encoding ~ "gzip" && req.http.Accept-Encoding !~ "gzip *; *q=0(\.0*)? *(,|$)") {
    set req.http.Accept-Encoding = "gzip, identity;q=0";
  } else {
    unset req.http.Accept-Encoding;
  }
  # What stale-if-error asks for: an answer out of date only while no replica is ready.
  set req.backend_hint = replicas.backend();
  if (std.healthy(req.backend_hint)) { set req.grace = 0s; }
}

sub vcl_backend_fetch {
  set bereq.backend = replicas.backend();
}

# Whoever tries again gets the next in turn, which other requests may have made the dead one once more, for as long as
# no probe has found it: hence up to three times.
sub vcl_backend_response {
  set beresp.grace = 1d;
  if (beresp.status == 503 && bereq.retries < 3) { return (retry); }
}

sub vcl_backend_error {
  if (bereq.retries < 3) { return (retry); }
}

sub vcl_deliver {
  if (obj.hits > 0) { set resp.http.X-Cache = "HIT"; } else { set resp.http.X-Cache = "MISS"; }
}
