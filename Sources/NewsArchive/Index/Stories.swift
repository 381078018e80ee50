/// All that is read for facts, numbered: the articles, then the teasers, each in the archive's order.
struct Stories: Sendable {
  let sources: [Source]
  var articles: [Article]
  var teasers: [Teaser]

  var count: Int { articles.count + teasers.count }

  /// The story of a number, as its first sighting shows it.
  subscript(number: Int) -> Story {
    if number < articles.count {
      let article = articles[number]
      let isDated = article.date?.basis == .stated
      return Story(
        file: sources[article.source].file, kicker: article.kicker, headline: article.headline,
        body: (article.lead.map { [$0] } ?? []) + article.paragraphs, day: isDated ? article.date?.earliest : nil,
        bracket: isDated ? article.date?.words : nil, isArticle: true)
    }
    let teaser = teasers[number - articles.count]
    return Story(
      file: sources[teaser.source].file, kicker: teaser.kicker, headline: teaser.title, body: [teaser.text],
      day: teaser.day, bracket: teaser.date.words, isArticle: false)
  }

  func sightings(_ number: Int) -> [Sighting] {
    number < articles.count ? articles[number].sightings : teasers[number - articles.count].sightings
  }

  /// The source of its first sighting.
  func source(_ number: Int) -> Int {
    number < articles.count ? articles[number].source : teasers[number - articles.count].source
  }

  func file(_ number: Int) -> SeedFile { sources[source(number)].file }

  /// The day its bracket states.
  func date(_ number: Int) -> UncertainDate? {
    guard number < articles.count else { return teasers[number - articles.count].date }
    return articles[number].date.flatMap { $0.basis == .stated ? $0 : nil }
  }

  /// Adds `Kicker: Headline`, in canonical letters, to a text.
  func appendTitle(_ number: Int, to text: inout TextBuffer) {
    let file = file(number)
    let teaser = number - articles.count
    if let kicker = teaser < 0 ? articles[number].kicker : teasers[teaser].kicker {
      file.append(canonical: kicker, to: &text)
      text.append(": ")
    }
    file.append(canonical: teaser < 0 ? articles[number].headline : teasers[teaser].title, to: &text)
  }

  func subject(_ number: Int) -> SearchItem {
    number < articles.count
      ? SearchItem(kind: .article, index: number) : SearchItem(kind: .teaser, index: number - articles.count)
  }
}
