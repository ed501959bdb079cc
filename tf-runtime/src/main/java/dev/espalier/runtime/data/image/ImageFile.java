package dev.espalier.runtime.data.image;

import dev.espalier.dsl.Fit;
import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.DataFile;
import java.awt.image.BufferedImage;

/** A picture in a file; it is decoded each time that it is asked for. */
public final class ImageFile {
  private final DataFile file;

  ImageFile(DataFile file) {
    this.file = file;
  }

  /** The name of the folder that it lies in: its class, where each class has a folder. */
  public String folder() {
    return file.folder();
  }

  /** The file's name, with its ending. */
  public String name() {
    return file.name();
  }

  /**
   * The pixels of a picture that has this size.
   *
   * @param channels 3 for red, green and blue, 1 for grey
   * @return {@code [height, width, channels]}, row by row
   * @throws DataException for another size, and for a file that can't be decoded
   */
  public byte[] pixels(int height, int width, int channels) {
    return pixels(height, width, channels, Fit.EXACT);
  }

  /** The pixels, brought to this size. */
  public byte[] pixels(int height, int width, int channels, Fit fit) {
    return new PixelReader(height, width, channels, fit).read(file.place(), file.bytes());
  }

  /** The picture as it stands in the file. */
  public BufferedImage image() {
    return ImageDecoder.decode(file.place(), file.bytes(), size -> {});
  }

  /** How messages call it. */
  @Override
  public String toString() {
    return file.place();
  }
}
