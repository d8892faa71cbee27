#pragma once

/// Exchanges two paths of one file system in one step, so that each name is there at every moment.
///
/// Returns 0, or -1 with `errno` set: EINVAL, ENOSYS or ENOTSUP where the file system cannot do it.
/// See renameat2(2) on Linux and renamex_np(2) on macOS.
int waybook_exchange(const char *first, const char *second);

/// Waits until everything written to the file system that an open file belongs to is on its disk.
///
/// Returns 0, or -1 with `errno` set. See syncfs(2) on Linux and sync_volume_np(3) on macOS.
int waybook_sync_volume(int descriptor);
