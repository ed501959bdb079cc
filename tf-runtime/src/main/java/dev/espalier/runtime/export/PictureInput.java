package dev.espalier.runtime.export;

import dev.espalier.runtime.model.ExampleInfo.Encoding;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TUint8;

/** The pixels of a picture, of the size that the network takes; scaled with the network. */
record PictureInput(Placeholder<TUint8> placeholder, Encoding.Picture picture) implements RawInput {

  static PictureInput of(Ops tf, InputNames names, String name, Encoding.Picture picture) {
    Shape shape = Shape.of(-1, picture.height(), picture.width(), picture.channels());
    return new PictureInput(
        names.of(tf, name).placeholder(TUint8.class, Placeholder.shape(shape)), picture);
  }

  @Override
  public InputDescription description() {
    return InputDescription.of(
        "pixels from 0 to 255, line by line, "
            + (picture.channels() == 3 ? "red, green and blue" : "channel by channel")
            + "; a file or a picture of another size is decoded and brought to this one"
            + " by the client (Fit."
            + picture.fit()
            + ")");
  }
}
