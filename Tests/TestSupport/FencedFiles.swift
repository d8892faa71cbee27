import Foundation

/// The files that a Markdown page shows: the code blocks whose info string has a `title="path"`.
public enum FencedFiles {
  /// The texts by path.
  ///
  /// - Parameter page: Markdown whose fences are not indented; a fence that shows others is longer than them.
  public static func texts(in page: String) -> [String: String] {
    var texts: [String: String] = [:]
    var open: (fence: Substring, path: String?)?
    var lines: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let fence = line.prefix { $0 == "`" }
      if let current = open {
        if line == current.fence {
          if let path = current.path { texts[path] = lines.map { $0 + "\n" }.joined() }
          (open, lines) = (nil, [])
        } else {
          lines.append(line)
        }
      } else if fence.count >= 3 {
        open = (fence, path(in: line))
      }
    }
    return texts
  }

  /// The files of a page of the project.
  public static func texts(inFile path: String) throws -> [String: String] {
    texts(in: String(decoding: try Data(contentsOf: Checkout.root.appending(path: path)), as: UTF8.self))
  }

  private static func path(in info: Substring) -> String? {
    let parts = info.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].hasSuffix("title=") ? String(parts[1]) : nil
  }
}
