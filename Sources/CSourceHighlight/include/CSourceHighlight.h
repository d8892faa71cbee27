#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What came of `waybook_source_highlight`.
enum waybook_highlight_outcome {
  /// All of the text was passed on.
  WAYBOOK_HIGHLIGHT_DONE,
  /// The program was built without libsource-highlight.
  WAYBOOK_HIGHLIGHT_UNAVAILABLE,
  /// The definition cannot be used, or the text is too much for it; what was passed on means nothing.
  WAYBOOK_HIGHLIGHT_FAILED,
};

/// Takes a part of a line: the index of its element, or -1 where it is plain, and the bytes.
typedef void (*waybook_highlight_part)(void *context, int element, const char *bytes, size_t count);

/// Takes the reason of a failure and the line of the definition, 0 where it is unknown.
typedef void (*waybook_highlight_failure)(void *context, const char *reason, unsigned line);

/// Splits lines of code into parts, by a language definition of GNU Source-highlight.
///
/// Parts come in order and hold every byte but the line ends; none goes over a line end. A definition is read once
/// and kept until the program ends. May be called from any thread: calls wait for one another. No C++ exception
/// leaves it.
///
/// \param folder, definition The definition's folder, and its file in there, such as `go.lang`.
/// \param text, count The lines in UTF-8, with `\n` between them.
/// \param elements, element_count The names of the elements that are told apart, such as `keyword`.
/// \param context Passed to the functions, which must not call this one.
enum waybook_highlight_outcome waybook_source_highlight(
    const char *folder, const char *definition, const char *text, size_t count, const char *const *elements,
    size_t element_count, void *context, waybook_highlight_part part, waybook_highlight_failure failure);

#ifdef __cplusplus
}
#endif
