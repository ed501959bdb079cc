package dev.espalier.runtime.model;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Columns being filled with one row, by index of feature or task; no boxing, and no allocation but
 * for growing columns.
 *
 * <p>A feature that is not written is missing, and so is a label. A reference that is null is
 * missing; a {@code float[]}, picture, sequence or sound that is null makes the feature absent for
 * that row.
 */
public interface RowWriter {

  /** A number; NaN is missing. */
  void number(int feature, float value);

  /** The numbers of a {@code float[]}, of the declared length; NaN elements are missing. */
  void numbers(int feature, float[] values);

  /** An enum constant by its ordinal. */
  void constant(int feature, int ordinal);

  /** A whole number that stands for a category. */
  void id(int feature, long id);

  /** A text that stands for a category. */
  void text(int feature, String text);

  /** A bag of enum constants. */
  void constants(int feature, Collection<? extends Enum<?>> constants);

  /** A bag of whole numbers. */
  void ids(int feature, int[] ids);

  /** A bag of whole numbers. */
  void ids(int feature, long[] ids);

  /** A bag of texts. */
  void texts(int feature, String[] texts);

  /** A bag of texts. */
  void texts(int feature, Collection<String> texts);

  /** A bag or sequence of enum constants. */
  void constants(int feature, Enum<?>[] constants);

  /** A text that becomes a sequence of tokens. */
  void sentence(int feature, String text);

  /** The pixels of a picture, row by row; not copied, and not to be changed. */
  void picture(int feature, byte[] pixels);

  /** A picture. */
  void picture(int feature, BufferedImage picture);

  /** A picture's file. */
  void picture(int feature, Path file);

  /** The samples of a sound; not copied, and not to be changed. */
  void sound(int feature, float[] samples);

  /** The samples of a sound, 16 bits each. */
  void sound(int feature, short[] samples);

  /** A binary label. */
  void label(int task, boolean value);

  /** A class, from 0. */
  void label(int task, int value);

  /** A value to regress to; NaN is missing. */
  void label(int task, float value);

  /** Values to regress to; NaN elements are missing. */
  void labels(int task, float[] values);

  /** Labels that each hold or not. */
  void labels(int task, boolean[] values);

  /** Labels that hold. */
  void labels(int task, Collection<? extends Enum<?>> constants);

  /** A class for each position; a negative one is missing. */
  void labels(int task, int[] classes);

  /** A class for each position, from 0 to 255. */
  void labels(int task, byte[] classes);

  /** A class for each position; one that is null is missing. */
  void labels(int task, Enum<?>[] constants);

  /** The row's weight, at least 0; 1 when it is not written. */
  void rowWeight(float weight);
}
