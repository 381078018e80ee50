extension Source {
  /// The largest file that is read; a page has a few kilobytes.
  static let largestFile = 16 << 20

  /// Reads files of the folder, whatever is wrong with them.
  static func read(_ entries: some Collection<SeedDirectory.Entry>) -> [Source] {
    let contents = entries.map { entry -> (entry: SeedDirectory.Entry, bytes: [UInt8], error: ReadingError?) in
      do throws(ReadingError) {
        return (entry, try fileContent(entry.path, expected: entry.stamp.byteCount, limit: largestFile), nil)
      } catch {
        return (entry, [], error)
      }
    }
    return zip(contents, SHA256.digests(of: contents.map { $0.bytes })).map { content, digest in
      let file = SeedFile(name: content.entry.name, bytes: content.bytes)
      if let error = content.error {
        return Source(file: file, stamp: content.entry.stamp, digest: nil, outcome: .failure(error))
      }
      return Source(file: file, stamp: content.entry.stamp, digest: digest)
    }
  }

  /// Reads the page in a file.
  init(file: SeedFile, stamp: SeedFile.Stamp? = nil, digest: SHA256.Digest? = nil) {
    let outcome: Result<Page, ReadingError>
    do throws(ReadingError) { outcome = .success(try Page.read(file)) } catch { outcome = .failure(error) }
    self.init(file: file, stamp: stamp, digest: digest ?? SHA256.digest(of: file.bytes), outcome: outcome)
  }
}
