/** The runtime of generated models, on TensorFlow Java. */
module dev.espalier.runtime {
  requires transitive dev.espalier.dsl;
  requires transitive java.desktop;
  requires transitive java.sql;
  requires transitive org.tensorflow.ndarray;
  requires transitive tensorflow;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.jr.ob;
  requires de.siegmar.fastcsv;
  requires jdk.httpserver;
  requires org.slf4j;
  // Generated files carry javax.annotation.processing.Generated.
  requires static transitive java.compiler;

  exports dev.espalier.runtime;
  exports dev.espalier.runtime.balance;
  exports dev.espalier.runtime.data;
  exports dev.espalier.runtime.data.augment;
  exports dev.espalier.runtime.data.file;
  exports dev.espalier.runtime.data.image;
  exports dev.espalier.runtime.data.sound;
  exports dev.espalier.runtime.data.split;
  exports dev.espalier.runtime.data.table;
  exports dev.espalier.runtime.data.text;
  exports dev.espalier.runtime.graph;
  exports dev.espalier.runtime.metric;
  exports dev.espalier.runtime.model;
  exports dev.espalier.runtime.optimize;
  exports dev.espalier.runtime.report;
  exports dev.espalier.runtime.report.html;
  exports dev.espalier.runtime.report.live;
  exports dev.espalier.runtime.report.tensorboard;
  exports dev.espalier.runtime.serve;
  exports dev.espalier.runtime.sharing;
  exports dev.espalier.runtime.train;
  exports dev.espalier.runtime.train.option;
  exports dev.espalier.runtime.train.run;
  exports dev.espalier.runtime.transfer;
}
