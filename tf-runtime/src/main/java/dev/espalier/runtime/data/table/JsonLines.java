package dev.espalier.runtime.data.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.table.JsonTape.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** An open file, object by object; of each the values that components want. */
final class JsonLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int ABSENT = -1;

  private final String source;
  private final JsonKeys keys;
  private final JsonParser parser;
  private final JsonTape tape = new JsonTape();
  private final int[] places;
  private boolean inArray;
  private int line;

  JsonLines(String source, Path file, JsonKeys keys) {
    this.source = source;
    this.keys = keys;
    this.places = new int[keys.size()];
    try {
      parser = open(file);
    } catch (NoSuchFileException e) {
      throw new DataException(
          source + ": found no file at " + file.toAbsolutePath() + ", expected one to read", e);
    } catch (IOException e) {
      throw new DataException(source + ": could not be opened: " + e, e);
    }
  }

  private static JsonParser open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
      JsonFactory factory =
          JsonFactory.builder()
              // What many tools write for a missing number.
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
              .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
              .build();
      return factory.createParser(plain);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Goes to the next object, if there is one. */
  boolean next() {
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && !inArray && line == 0) {
        inArray = true;
        token = parser.nextToken();
      } else if (token == JsonToken.END_ARRAY && inArray) {
        inArray = false;
        token = parser.nextToken();
      }
      if (token == null) {
        return false;
      }
      line = parser.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        throw new DataException(
            row() + ": found " + parser.getText() + ", expected an object of keys and values");
      }
      readObject();
      return true;
    } catch (StreamReadException e) {
      int at = e.getLocation() == null ? line : e.getLocation().getLineNr();
      throw new DataException(
          "%s, line %d: could not be read as JSON: %s"
              .formatted(source, at, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      String after = line == 0 ? source : source + ", after line " + line;
      throw new DataException(after + ": could not be read: " + e.getMessage(), e);
    }
  }

  private void readObject() throws IOException {
    tape.clear();
    Arrays.fill(places, ABSENT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      int[] components = keys.components(parser.currentName());
      parser.nextToken();
      if (components.length == 0) {
        parser.skipChildren();
        continue;
      }
      int at = tape.size();
      readValue();
      for (int component : components) {
        if (places[component] != ABSENT) {
          throw new DataException(
              "%s: found two values for \"%s\", expected one; @Column can name the key"
                  .formatted(row(), keys.header(component)));
        }
        places[component] = at;
      }
    }
  }

  private void readValue() throws IOException {
    switch (parser.currentToken()) {
      case VALUE_NULL -> tape.add(Tag.NULL);
      case VALUE_TRUE -> tape.add(Tag.TRUE);
      case VALUE_FALSE -> tape.add(Tag.FALSE);
      case VALUE_STRING -> tape.addText(Tag.TEXT, parser.getText().strip());
      case VALUE_NUMBER_FLOAT -> tape.addReal(parser.getDoubleValue());
      case VALUE_NUMBER_INT -> {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          tape.addText(Tag.HUGE, parser.getText());
        } else {
          tape.addWhole(parser.getLongValue());
        }
      }
      case START_ARRAY -> {
        int list = tape.add(Tag.LIST);
        int length = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken().isStructStart()) {
            tape.add(parser.currentToken() == JsonToken.START_ARRAY ? Tag.LIST : Tag.OBJECT);
            parser.skipChildren();
          } else {
            readValue();
          }
          length++;
        }
        tape.setLength(list, length);
      }
      default -> {
        tape.add(Tag.OBJECT);
        parser.skipChildren();
      }
    }
  }

  /** Where a component's value stands on the tape; -1 where the object has none. */
  int place(int component) {
    return places[component];
  }

  JsonTape tape() {
    return tape;
  }

  /** How messages call the object. */
  String row() {
    return source + ", line " + line;
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new DataException(source + ": could not be closed: " + e, e);
    }
  }
}
