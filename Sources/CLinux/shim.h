#ifdef __linux__
#include <malloc.h>
#include <sys/epoll.h>

// Two calls that the C library shows only under _GNU_SOURCE, which a module of its own cannot set for it.
struct sockaddr;
int accept4(int, struct sockaddr *, unsigned int *, int);
int sched_getaffinity(int, unsigned long, void *);
#endif
