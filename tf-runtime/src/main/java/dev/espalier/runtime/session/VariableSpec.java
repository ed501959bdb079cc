package dev.espalier.runtime.session;

import dev.espalier.runtime.model.ModelInfo.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One variable of a session: a parameter, a state, or several embedding tables stacked by rows.
 *
 * @param name its shared name: the path of its first member
 * @param shape its shape; rows of stacked tables add up
 * @param members what it holds, from the first row on
 * @param parameter how it is learnt; empty for a state
 * @param byRows whether it is embedding tables of which networks read, and steps update, only the
 *     rows that are looked up
 */
public record VariableSpec(
    String name,
    List<Integer> shape,
    List<Member> members,
    Optional<Parameter> parameter,
    boolean byRows) {

  /** The same, read and updated by rows or not. */
  VariableSpec byRows(boolean whether) {
    return new VariableSpec(name, shape, members, parameter, whether);
  }

  /**
   * A part of a variable that has a path of its own.
   *
   * @param path path of a parameter or state
   * @param shape its shape
   * @param firstRow where it begins in the variable; 0 unless tables are stacked
   */
  public record Member(String path, List<Integer> shape, int firstRow) {

    /** How many numbers it holds. */
    public int size() {
      return product(shape);
    }
  }

  /** How many numbers it holds. */
  public int size() {
    return product(shape);
  }

  /** The rows of each of several tables that are stacked; empty for a single parameter. */
  public List<Integer> stackedRows() {
    return members.size() == 1
        ? List.of()
        : members.stream().map(member -> member.shape().get(0)).toList();
  }

  /** Where a member's numbers begin among the variable's. */
  int offset(Member member) {
    return members.size() == 1 ? 0 : Math.multiplyExact(member.firstRow(), shape.get(1));
  }

  /** A member's numbers out of the variable's, which are not copied if they are its own alone. */
  float[] part(Member member, float[] whole) {
    if (members.size() == 1) {
      return whole;
    }
    int offset = offset(member);
    return Arrays.copyOfRange(whole, offset, offset + member.size());
  }

  /** The variable's numbers, from those of its members; not copied if there is one alone. */
  float[] whole(Map<String, float[]> values) {
    if (members.size() == 1) {
      return values.get(name);
    }
    float[] whole = new float[size()];
    for (Member member : members) {
      System.arraycopy(values.get(member.path()), 0, whole, offset(member), member.size());
    }
    return whole;
  }

  private static int product(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
