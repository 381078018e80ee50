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
    let sources = concurrentMap(count: entries.count, portion: 64, progress: { progress($0 / 2) }) { index in
      if let source = known[entries[index].name], source.stamp == entries[index].stamp { return source }
      return Source(reading: entries[index])
    }
    let archive = Archive(sources: sources, ignoredFiles: directory.ignoredCount, version: version)
    progress(1)
    return archive
  }
}
