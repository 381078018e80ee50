import Dispatch

extension Archive {
  /// The archive of a folder. A file that cannot be read as a page is listed as rejected and takes no other down.
  ///
  /// - Parameters:
  ///   - folder: the seeds folder.
  ///   - version: the program's version, part of the dataset's name.
  ///   - previous: an older archive of the same folder: a file that has not changed since is not read again.
  ///   - progress: called from several threads with the share of the work that is done, 0 to 1, never going back.
  /// - Throws: `SeedDirectoryError` if there is no such folder or no source in it.
  public static func load(
    folder: String, version: String, reusing previous: Archive? = nil,
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(SeedDirectoryError) -> Archive {
    load(try SeedDirectory(at: folder), version: version, reusing: previous, progress: progress)
  }

  /// The archive of a folder that has been listed; the same otherwise.
  public static func load(
    _ directory: SeedDirectory, version: String, reusing previous: Archive? = nil,
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> Archive {
    // The program's own lists are read while the pages are.
    DispatchQueue.global().async { _ = Gazetteer.german }
    DispatchQueue.global().async { _ = WordList.german }
    let known = Dictionary(
      (previous?.sources ?? []).lazy.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = directory.entries
    let portion = 64
    let sources = concurrentMap(
      count: (entries.count + portion - 1) / portion, progress: { progress($0 / 2) }
    ) { index in
      let part = entries[index * portion..<min(entries.count, (index + 1) * portion)]
      let unchanged = part.compactMap { entry in known[entry.name].flatMap { $0.stamp == entry.stamp ? $0 : nil } }
      let names = Set(unchanged.map(\.name))
      return unchanged + Source.read(part.filter { !names.contains($0.name) })
    }
    let archive = Archive(sources: sources.flatMap(\.self), ignoredFiles: directory.ignoredCount, version: version)
    progress(1)
    return archive
  }
}
