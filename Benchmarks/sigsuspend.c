/* Preloaded under valgrind 3.19, which dies of sigsuspend with a mask in read-only memory: that is how
   libdispatch parks the main thread of an asynchronous program. Waiting for any signal does as well. */
#include <signal.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  (void)mask;
  return pause();
}
