#include "CSourceHighlight.h"

#ifdef WAYBOOK_HAS_SOURCE_HIGHLIGHT

#include <cstring>
#include <exception>
#include <mutex>
#include <string>

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/formatterparams.h>
#include <srchilite/highlightbuilderexception.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/parserexception.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

namespace {

/// Passes the parts of one element on.
class Part : public srchilite::Formatter {
public:
  Part(int element, void *context, waybook_highlight_part part)
      : element(element), context(context), part(part) {}

  void format(const std::string &text, const srchilite::FormatterParams *) override {
    if (!text.empty()) part(context, element, text.data(), text.size());
  }

private:
  int element;
  void *context;
  waybook_highlight_part part;
};

}  // namespace

enum waybook_highlight_outcome waybook_source_highlight(
    const char *folder, const char *definition, const char *text, size_t count, const char *const *elements,
    size_t element_count, void *context, waybook_highlight_part part, waybook_highlight_failure failure) {
  // The library's parser and its definitions are shared and not made for threads.
  static std::mutex mutex;
  try {
    std::lock_guard<std::mutex> guard(mutex);
    static srchilite::RegexRuleFactory rules;
    static srchilite::LangDefManager definitions(&rules);

    srchilite::SourceHighlighter highlighter(definitions.getHighlightState(folder, definition));
    srchilite::FormatterManager parts(srchilite::FormatterPtr(new Part(-1, context, part)));
    for (size_t index = 0; index < element_count; index++) {
      parts.addFormatter(elements[index], srchilite::FormatterPtr(new Part((int)index, context, part)));
    }
    srchilite::FormatterParams parameters;
    highlighter.setFormatterManager(&parts);
    highlighter.setFormatterParams(&parameters);
    highlighter.setOptimize(true);

    const char *const end = text + count;
    for (const char *line = text; line < end;) {
      const char *newline = static_cast<const char *>(memchr(line, '\n', end - line));
      const char *const line_end = newline ? newline : end;
      highlighter.highlightParagraph(std::string(line, line_end));
      line = line_end + 1;
    }
    return WAYBOOK_HIGHLIGHT_DONE;
  } catch (const srchilite::ParserException &error) {
    failure(context, error.message.c_str(), error.line);
  } catch (const srchilite::HighlightBuilderException &error) {
    failure(context, error.message.c_str(), error.line);
  } catch (const std::exception &error) {
    failure(context, error.what(), 0);
  } catch (...) {
    failure(context, "an unknown failure", 0);
  }
  return WAYBOOK_HIGHLIGHT_FAILED;
}

#else

enum waybook_highlight_outcome waybook_source_highlight(
    const char *, const char *, const char *, size_t, const char *const *, size_t, void *,
    waybook_highlight_part, waybook_highlight_failure) {
  return WAYBOOK_HIGHLIGHT_UNAVAILABLE;
}

#endif
