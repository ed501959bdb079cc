package dev.espalier.processor.report;

/**
 * One mistake of the user's.
 *
 * @param rule the rule it breaks
 * @param origin where it stands
 * @param sentence the whole fact in one line: what was found and what was expected
 * @param help what to write instead, what is visible here; may span lines, may be empty
 */
public record Problem(Rule rule, Origin origin, String sentence, String help) {

  /** What the compiler prints: the first line stands before the caret, the help after it. */
  public String message() {
    return "[" + rule.id() + "] " + sentence + (help.isEmpty() ? "" : "\n" + help);
  }
}
