import NewsArchive

/// What a feed or calendar says of itself; its entries follow between head and tail.
///
/// Links are relative: an answer depends on the question alone, not on the name the server is reached by.
struct Feed {
  let title: String
  /// The question this answers.
  let link: String
  /// The list it is made from.
  let home: String
  /// The items that have a day of their own: feeds and calendars need an instant.
  let items: [Int]
  /// How many are left out for want of one.
  let undated: Int
  let newest: CalendarDate?

  init(_ selection: Selection) {
    let (resource, items) = (selection.resource, selection.items)
    let days = items.map { resource.date?(selection.generation.archive, $0)?.ownDays?.lowerBound }
    title = "Newsdesk: " + resource.path.dropFirst()
    link = selection.arguments.link.description
    home = resource.path
    self.items = zip(items, days).compactMap { $1 == nil ? nil : $0 }
    undated = items.count - self.items.count
    newest = days.lazy.compactMap(\.self).max()
  }
}

// JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/
extension Feed {
  var jsonHead: [UInt8] {
    JSONWriter.document {
      $0.member("version", "https://jsonfeed.org/version/1.1")
      $0.member("title", title)
      $0.member("home_page_url", home)
      $0.member("feed_url", link)
      $0.member("_newsdesk") { $0.member("undated", undated) }
      $0.member("items", [String]())
    }.dropLast("]}\n".utf8.count)
  }

  var jsonTail: [UInt8] { Array("]}\n".utf8) }
}

extension Entry {
  func jsonItem(isFirst: Bool) -> [UInt8] {
    let item = JSONWriter.document {
      $0.member("id", url)
      $0.member("url", url)
      $0.member("title", title)
      $0.member("content_text", text)
      $0.member("date_published", instant)
      $0.member("language", "de")
      $0.member("tags", tags)
    }
    return (isFirst ? [] : [UInt8(ascii: ",")]) + item.dropLast()
  }

  /// The item's day as an instant, for forms that know no days.
  var instant: String? { date?.ownDays.map { "\($0.lowerBound)T00:00:00Z" } }
}

// Atom, RFC 4287. Readers open what is HTML: the same in the dashboard.
extension Feed {
  var atomHead: [UInt8] {
    let updated = newest.map { "\($0)T00:00:00Z" } ?? "1970-01-01T00:00:00Z"
    return Array(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
      <id>tag:newsdesk,2025:\(link.xml)</id>
      <title>\(title.xml)</title>
      <subtitle>\(undated) undated items are left out.</subtitle>
      <updated>\(updated)</updated>
      <author><name>Newsdesk</name></author>
      <link rel="self" type="application/atom+xml" href="\(link.xml)"/>
      <link rel="alternate" type="text/html" href="/dashboard#\(home.xml)"/>
      <link rel="alternate" type="application/json" href="\(home.xml)"/>

      """.utf8)
  }

  var atomTail: [UInt8] { Array("</feed>\n".utf8) }
}

extension Entry {
  var atomEntry: [UInt8] {
    let categories = tags.map { "<category term=\"\($0.xml)\"/>\n" }.joined()
    return Array(
      """
      <entry>
      <id>tag:newsdesk,2025:\(url.xml)</id>
      <title>\(title.xml)</title>
      <updated>\(instant ?? "")</updated>
      <link rel="alternate" type="text/html" href="/dashboard#\(url.xml)"/>
      <link rel="alternate" type="application/json" href="\(url.xml)"/>
      \(categories)<content type="text">\(text.xml)</content>
      </entry>

      """.utf8)
  }
}

extension String {
  /// The text as character data or an attribute's value; characters XML 1.0 cannot hold are spaces.
  fileprivate var xml: String {
    escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\t", "\n": nil
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": " "
      default: nil
      }
    }
  }
}
