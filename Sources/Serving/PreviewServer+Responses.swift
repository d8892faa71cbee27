import FlyingFox
import Foundation

extension PreviewServer {
  /// The folder of the tool's own files, which no team can have.
  private static let ownFolder = "/_waybook/"

  /// What a request gets.
  static func response(to request: HTTPRequest, at address: PreviewAddress, _ listeners: Listeners)
    -> HTTPResponse
  {
    let isHead = request.method == .HEAD
    func text(_ status: HTTPStatusCode, _ sentence: String) -> HTTPResponse {
      plain(status, "text/plain; charset=utf-8", [UInt8]((sentence + "\n").utf8), isHead)
    }
    guard address.accepts(host: request.headers[.host]) else {
      return text(.misdirectedRequest, "This preview does not answer to this name")
    }
    guard request.method == .GET || isHead else {
      var response = text(.methodNotAllowed, "This preview can only be read")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    guard let path = request.target.path().removingPercentEncoding, path.hasPrefix("/") else {
      return text(.badRequest, "This is no address of a page")
    }
    if path == ownFolder + "events", !isHead {
      return response(
        .ok, "text/event-stream",
        HTTPBodySequence(from: listeners.messages(to: request.target.query(percentEncoded: false))))
    }
    if path.hasPrefix(ownFolder), let bytes = ownFiles[String(path.dropFirst(ownFolder.count))] {
      return plain(.ok, ContentType.of(path), bytes, isHead)
    }
    switch listeners.preview.answer(for: path) {
    case .file(let path, let bytes): return plain(.ok, ContentType.of(path), bytes, isHead)
    case .missing(let page): return plain(.notFound, ContentType.html, page, isHead)
    case .noSite(let page): return plain(.serviceUnavailable, ContentType.html, page, isHead)
    case .moved:
      var response = text(.found, "This is a folder")
      response.headers[.location] = request.target.path() + "/"
      return response
    }
  }

  /// The files that pages load from the tool.
  private static let ownFiles = [
    "preview.js": PackageResources.preview_js, "preview.css": PackageResources.preview_css,
  ]

  /// A response of known length; one to `HEAD` tells it without the bytes.
  private static func plain(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8], _ isHead: Bool)
    -> HTTPResponse
  {
    var response = response(
      status, type, HTTPBodySequence(data: isHead ? Data() : Data(bytes), suggestedBufferSize: 1 << 18))
    response.headers[.contentLength] = String(bytes.count)
    return response
  }

  private static func response(_ status: HTTPStatusCode, _ type: String, _ body: HTTPBodySequence)
    -> HTTPResponse
  {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type,
        .cacheControl: "no-store",
        HTTPHeader("Content-Security-Policy"): "default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ], body: body)
  }
}

/// The types of files, by their endings.
enum ContentType {
  static let html = "text/html; charset=utf-8"

  /// The type of a file.
  static func of(_ path: String) -> String {
    switch path.split(separator: ".").last?.lowercased() {
    case "html": html
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "md": "text/markdown; charset=utf-8"
    case "csv": "text/csv; charset=utf-8"
    case "yaml", "yml": "application/yaml"
    case "txt": "text/plain; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "ico": "image/x-icon"
    case "woff2": "font/woff2"
    case "woff": "font/woff"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }
}
