package dev.espalier.runtime.data.text;

import dev.espalier.runtime.DataException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/** Cuts a text into sentences, one at a time. */
final class ConlluParser {
  private static final int COLUMNS = 10;
  private static final Pattern RANGE_OR_EMPTY = Pattern.compile("\\d+[-.]\\d+");

  private final String name;
  private final byte[] text;
  private int at;
  private int line;

  ConlluParser(String name, byte[] text) {
    this.name = name;
    this.text = text;
    boolean mark =
        text.length >= 3
            && text[0] == (byte) 0xEF
            && text[1] == (byte) 0xBB
            && text[2] == (byte) 0xBF;
    at = mark ? 3 : 0;
  }

  /** The number of the line that was read last, counted from 1. */
  int line() {
    return line;
  }

  /** Whether anything but blank lines is left. */
  boolean hasNext() {
    while (at < text.length) {
      int begin = at;
      if (!nextLine().isEmpty()) {
        at = begin;
        line--;
        return true;
      }
    }
    return false;
  }

  Sentence next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Word> words = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    int begin = line + 1;
    while (at < text.length) {
      String next = nextLine();
      if (next.isEmpty()) {
        break;
      }
      if (next.startsWith("#") && words.isEmpty()) {
        comments.add(next.substring(1).strip());
      } else {
        word(next, words);
      }
    }
    if (words.isEmpty()) {
      throw new DataException(
          "%s, line %d: found a sentence without words, expected at least one"
              .formatted(name, begin));
    }
    checkHeads(words, begin);
    return new Sentence(words, comments);
  }

  private void word(String next, List<Word> words) {
    String[] cells = next.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw refuse(cells.length + " columns", COLUMNS + ", separated by tabs");
    }
    if (RANGE_OR_EMPTY.matcher(cells[0]).matches()) {
      return;
    }
    if (!cells[0].equals(String.valueOf(words.size() + 1))) {
      throw refuse("word number \"" + cells[0] + "\"", String.valueOf(words.size() + 1));
    }
    for (int i = 0; i < COLUMNS; i++) {
      if (cells[i].isEmpty()) {
        throw refuse("nothing in column " + (i + 1), "a value, or _ for none");
      }
    }
    words.add(new Word(cells[1], cells[2], cells[3], cells[4], cells[5], head(cells[6]), cells[7]));
  }

  private int head(String cell) {
    if (cell.equals("_")) {
      return -1;
    }
    try {
      int head = Integer.parseInt(cell);
      if (head >= 0) {
        return head;
      }
    } catch (NumberFormatException e) {
      // It is refused below.
    }
    throw refuse("head \"" + cell + "\"", "the number of a word, 0 for the root or _ for none");
  }

  private void checkHeads(List<Word> words, int begin) {
    for (int i = 0; i < words.size(); i++) {
      int head = words.get(i).head();
      if (head > words.size() || head == i + 1) {
        throw new DataException(
            "%s, sentence of line %d, word %d: found head %d, expected at most %d and not the word itself"
                .formatted(name, begin, i + 1, head, words.size()));
      }
    }
  }

  private DataException refuse(String found, String expected) {
    return new DataException(
        "%s, line %d: found %s, expected %s".formatted(name, line, found, expected));
  }

  /** Without its end; blanks alone count as nothing. */
  private String nextLine() {
    int end = at;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    int last = end > at && text[end - 1] == '\r' ? end - 1 : end;
    line++;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text, at, last - at);
      at = end + 1;
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return decoded.isBlank() ? "" : decoded;
    } catch (CharacterCodingException e) {
      throw new DataException(
          "%s, line %d: found bytes that are not UTF-8, expected text".formatted(name, line), e);
    }
  }
}
