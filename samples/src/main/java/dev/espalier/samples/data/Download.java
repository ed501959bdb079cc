package dev.espalier.samples.data;

import dev.espalier.runtime.DataException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.ZipException;

/**
 * Brings data sets from their sources into a folder.
 *
 * <p>A file appears there when it is complete and checked, and not before: until then its parts are
 * drafts, which are gone when anything goes wrong. A file that is there is left as it is.
 */
public final class Download {
  private final PrintWriter out;

  /**
   * A download that is ready to begin.
   *
   * @param out where it is told what is downloaded, and how far that is
   */
  public Download(PrintWriter out) {
    this.out = out;
  }

  /**
   * The file of a data set, which is downloaded unless it is there.
   *
   * @param folder where it belongs; it is made if need be
   * @throws DataException when the file can't be had
   */
  public Path into(Path folder, DataSet data) {
    Path target = folder.toAbsolutePath().normalize().resolve(data.file());
    if (Files.exists(target)) {
      return target;
    }
    create(target.getParent(), data);
    announce(data.source(), target);
    try (Draft archive = Draft.of(target);
        Draft file = Draft.of(target)) {
      fetch(data.source(), archive.path());
      repack(data, archive.path(), file.path());
      file.publish();
    } catch (IOException | DataException e) {
      throw new DataException(
          "Can't get %s from %s: %s. %s Its place is %s; another folder is named by --data or ESPALIER_DATA."
              .formatted(
                  data.file(), data.source().address(), reason(e), data.source().byHand(), target),
          e);
    }
    out.printf("  complete%n%n");
    out.flush();
    return target;
  }

  private static void create(Path folder, DataSet data) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      throw new DataException(
          "Can't write to the folder %s, where %s should go: %s. Another folder is named by --data or ESPALIER_DATA."
              .formatted(folder, data.file(), e),
          e);
    }
  }

  private void announce(Source source, Path target) {
    out.printf(Locale.ROOT, "Downloading %s, about %d MB%n", source.title(), source.megabytes());
    out.printf("  from     %s%n", source.address());
    out.printf("  to       %s%n", target);
    out.printf("  licence  %s%n", source.licence());
    out.printf("  cite     %s%n", source.citation());
    out.flush();
  }

  private void fetch(Source source, Path archive) throws IOException {
    HttpResponse<InputStream> response = get(source.address());
    // A response that ends before its announced length is an IOException of the client's.
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new DataException(
            "found status %d at %s, expected 200".formatted(response.statusCode(), response.uri()));
      }
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      try (OutputStream file = Files.newOutputStream(archive);
          Meter meter = new Meter(out, length < 0 ? source.megabytes() * Meter.MEGABYTE : length)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
          file.write(buffer, 0, read);
          meter.add(read);
        }
      }
    }
  }

  private static HttpResponse<InputStream> get(URI address) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
    try {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static void repack(DataSet data, Path archive, Path file) throws IOException {
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
      data.repack(archive, to);
    } catch (ZipException e) {
      throw new DataException(
          "found no archive that can be read (%s; it begins with `%s`), expected one"
              .formatted(e.getMessage(), beginning(archive)),
          e);
    }
  }

  /** Tells a page of a provider or proxy, which comes with status 200 too, from a broken file. */
  private static String beginning(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      return new String(in.readNBytes(40), StandardCharsets.ISO_8859_1)
          .replaceAll("[^\\x20-\\x7e]+", " ");
    }
  }

  /** What the client throws where there is no network has no message. */
  private static String reason(Exception e) {
    if (e instanceof ConnectException) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnresolvedAddressException) {
          return "the host is not known, perhaps there is no network";
        }
      }
      return "there is no connection";
    }
    return e instanceof DataException ? e.getMessage() : e.toString();
  }
}
