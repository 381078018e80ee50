#pragma once
#include <stddef.h>

extern const unsigned char *const _Nonnull asset_openapi_yaml;
extern const size_t asset_openapi_yaml_size;
