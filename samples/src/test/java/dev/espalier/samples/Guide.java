package dev.espalier.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guide whose examples have to stand in sources too, where the compiler sees them. */
public record Guide(Path file) {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /** Fails where a statement of an example is in none of some sources. */
  public void requireIn(int least, Path... sources) throws IOException {
    StringBuilder compiled = new StringBuilder();
    for (Path source : List.of(sources)) {
      compiled.append(plain(Files.readString(source)));
    }
    Matcher blocks = BLOCK.matcher(Files.readString(file));
    int found = 0;
    while (blocks.find()) {
      for (String statement : blocks.group(1).split(";\n")) {
        assertThat(compiled.toString()).contains(plain(statement));
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(least);
  }

  /** Without spaces: a guide has longer lines. */
  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }
}
