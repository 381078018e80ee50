import Dispatch
import Synchronization

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
    let directory = try SeedDirectory(at: folder)
    let sources = read(directory.entries, reusing: previous, progress: progress)
    let archive = Archive(sources: sources, ignoredFiles: directory.ignoredCount, version: version)
    progress(1)
    return archive
  }

  /// Reads all files on all cores; the order of the entries is kept.
  private static func read(
    _ entries: [SeedDirectory.Entry], reusing previous: Archive?, progress: @Sendable (Double) -> Void
  ) -> [Source] {
    let known = Dictionary(
      (previous?.sources ?? []).lazy.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let portion = 64
    let portions = (entries.count + portion - 1) / portion
    let results = Mutex<(parts: [[Source]], done: Int)>((Array(repeating: [], count: portions), 0))
    DispatchQueue.concurrentPerform(iterations: portions) { index in
      let part = entries[index * portion..<min(entries.count, (index + 1) * portion)].map { entry in
        if let source = known[entry.name], source.stamp == entry.stamp { return source.unlinked }
        return Source(reading: entry)
      }
      results.withLock { results in
        results.parts[index] = part
        results.done += part.count
        progress(0.5 * Double(results.done) / Double(entries.count))
      }
    }
    return results.withLock { $0.parts.flatMap(\.self) }
  }
}
