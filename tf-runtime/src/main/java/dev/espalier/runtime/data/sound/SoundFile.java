package dev.espalier.runtime.data.sound;

import dev.espalier.runtime.DataException;
import dev.espalier.runtime.data.file.DataFile;

/** A wav file; it is decoded each time that it is asked for. */
public final class SoundFile {
  private final DataFile file;

  SoundFile(DataFile file) {
    this.file = file;
  }

  /** The name of the folder that it lies in. */
  public String folder() {
    return file.folder();
  }

  /** The file's name, with its ending. */
  public String name() {
    return file.name();
  }

  /** The parts of the file's name between underscores, without the ending. */
  public String[] nameParts() {
    return file.stem().split("_", -1);
  }

  /**
   * The samples of a file of this rate, as many as there are.
   *
   * @param rate samples of a second
   * @return each at least -1 and below 1; several channels averaged
   * @throws DataException for another rate, and for a file that can't be decoded
   */
  public float[] samples(int rate) {
    Recording recording = recording();
    if (recording.rate() != rate) {
      throw new DataException(
          "%s: found %d samples a second, expected %d"
              .formatted(file.place(), recording.rate(), rate));
    }
    return recording.samples();
  }

  /** The recording, of whatever rate. */
  public Recording recording() {
    return WavReader.read(file.place(), file.bytes());
  }

  /** How messages call it. */
  @Override
  public String toString() {
    return file.place();
  }
}
