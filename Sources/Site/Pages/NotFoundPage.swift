import Templating

/// What a host answers where there is no page. `404`
///
/// It is served in the place of any page, at any depth, so that its own links cannot know the way to the site.
struct NotFoundPage: TemplateModel {
  let title: String?
  /// Where the site stands on the web, ending in `/`; without it the page needs no other file.
  let url: String?
  /// The way to the theme's files from there.
  let assets: String

  static let fields: [Field<Self>] = [
    .optionalText("title", \.title), .optionalText("url", \.url), .text("assets", \.assets),
  ]
}
