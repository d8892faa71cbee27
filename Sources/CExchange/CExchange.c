#define _GNU_SOURCE
#include "CExchange.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __APPLE__

int waybook_exchange(const char *first, const char *second) {
  return renamex_np(first, second, RENAME_SWAP);
}

int waybook_sync_volume(int descriptor) {
  return fsync_volume_np(descriptor, SYNC_VOLUME_FULLSYNC | SYNC_VOLUME_WAIT);
}

#else

#include <sys/syscall.h>

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

// Through syscall(2), because musl has no renameat2 before 1.2.6.
int waybook_exchange(const char *first, const char *second) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int waybook_sync_volume(int descriptor) { return syncfs(descriptor); }

#endif
