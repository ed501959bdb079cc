package dev.espalier.runtime.session;

import dev.espalier.runtime.session.VariablePlan.Place;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Neighbouring columns of categories whose tables lie in one variable: a single gather. */
final class CategoryBlock {
  private final Ops tf;
  private final EncodedInputs inputs;
  private final Leaves leaves;
  private final int first;
  private final List<Place> places;
  private Operand<TFloat32> gathered;

  CategoryBlock(Ops tf, EncodedInputs inputs, Leaves leaves, int first, List<Place> places) {
    this.tf = tf;
    this.inputs = inputs;
    this.leaves = leaves;
    this.first = first;
    this.places = places;
  }

  /** Its first column among the categories. */
  int first() {
    return first;
  }

  /** The column after its last. */
  int end() {
    return first + places.size();
  }

  /** The embeddings of some of its columns, {@code [batch, columns * dimension]}. */
  Operand<TFloat32> columns(int from, int to) {
    if (inputs.separable()) {
      return gather(from, to);
    }
    if (gathered == null) {
      gathered = gather(first, end());
    }
    return Columns.of(tf, gathered, (from - first) * dimension(), (to - first) * dimension());
  }

  private int dimension() {
    return places.get(0).variable().shape().get(1);
  }

  private Operand<TFloat32> gather(int from, int to) {
    List<Place> asked = places.subList(from - first, to - first);
    int[] firstRows = asked.stream().mapToInt(place -> place.member().firstRow()).toArray();
    Operand<TInt32> rows = tf.math.add(inputs.categories(from, to), tf.constant(firstRows));
    Operand<TFloat32> vectors = leaves.lookUp(asked.get(0).variable(), rows);
    return tf.reshape(vectors, tf.constant(new int[] {-1, asked.size() * dimension()}));
  }
}
