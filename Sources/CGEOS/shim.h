// Only the reentrant API: without this line a call could fall into GEOS's global context.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
