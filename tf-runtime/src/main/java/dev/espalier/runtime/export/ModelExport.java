package dev.espalier.runtime.export;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.espalier.runtime.ModelFileException;
import dev.espalier.runtime.data.encode.Preprocessing;
import dev.espalier.runtime.file.AtomicFile;
import dev.espalier.runtime.file.AtomicFolder;
import dev.espalier.runtime.file.SavedArray;
import dev.espalier.runtime.model.GeneratedModel;
import dev.espalier.runtime.session.VariablePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.CollectionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes a model as a SavedModel.
 *
 * <pre>
 * saved_model.pb                  the graph and its signatures
 * variables/                      parameters and states, by path
 * assets.extra/signatures.json    what clients send and read, for people and programs
 * </pre>
 *
 * The signature {@code serving_default} predicts all tasks, one by the name of each task that task
 * alone, from no more features than it needs. The format is that of TensorFlow's <em>SavedModel
 * format</em>, which its own exporter writes only for variables of an older kind.
 */
public final class ModelExport {
  private static final String FILE = "saved_model.pb";
  private static final String METHOD = "tensorflow/serving/predict";

  private ModelExport() {}

  /**
   * Writes a folder, which is there as a whole or not at all; a model that was exported there
   * before is replaced.
   *
   * @param arrays parameters and states by path
   * @throws ModelFileException when the folder can't be written, or holds something else than an
   *     exported model
   */
  public static void write(
      Path folder,
      GeneratedModel<?, ?, ?> model,
      VariablePlan plan,
      Preprocessing learnt,
      Map<String, SavedArray> arrays) {
    try (Graph graph = new Graph()) {
      ExportedGraph exported = ExportedGraph.of(graph, model, plan, learnt);
      byte[] bytes = bytes(savedModel(exported));
      AtomicFolder.write(
          folder,
          FILE,
          inside -> {
            Files.write(inside.resolve(FILE), bytes);
            Path variables = Files.createDirectory(inside.resolve("variables"));
            SavedVariables.write(variables.resolve("variables"), arrays);
            Path extra = Files.createDirectory(inside.resolve("assets.extra"));
            Files.write(
                extra.resolve("signatures.json"),
                SignatureFile.write(model.info().name(), exported));
          });
    } catch (IOException e) {
      throw new ModelFileException(
          "Can't export to the folder " + folder + ": " + AtomicFile.reason(e) + ".", e);
    }
  }

  private static SavedModel savedModel(ExportedGraph exported) {
    MetaGraphDef.Builder graph =
        MetaGraphDef.newBuilder()
            .setMetaInfoDef(
                MetaGraphDef.MetaInfoDef.newBuilder()
                    .addTags("serve")
                    .setTensorflowVersion(TensorFlow.version()))
            .setGraphDef(exported.definition())
            .setSaverDef(
                SaverDef.newBuilder()
                    .setFilenameTensorName(SavedVariables.FILE_NAME + ":0")
                    .setSaveTensorName(SavedVariables.SAVED + ":0")
                    .setRestoreOpName(SavedVariables.RESTORED)
                    .setVersion(SaverDef.CheckpointFormatVersion.V2));
    exported
        .signatures()
        .forEach((name, signature) -> graph.putSignatureDef(name, definition(exported, signature)));
    exported
        .initializer()
        .ifPresent(
            name ->
                graph.putCollectionDef(
                    "saved_model_main_op",
                    CollectionDef.newBuilder()
                        .setNodeList(CollectionDef.NodeList.newBuilder().addValue(name))
                        .build()));
    return SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(graph).build();
  }

  private static SignatureDef definition(
      ExportedGraph exported, ExportedGraph.Signature signature) {
    SignatureDef.Builder definition = SignatureDef.newBuilder().setMethodName(METHOD);
    for (String input : signature.inputs()) {
      definition.putInputs(input, tensor(exported.inputs().get(input).placeholder()));
    }
    for (TaskOutputs.Named output : signature.outputs()) {
      definition.putOutputs(output.name(), tensor(output.value()));
    }
    return definition.build();
  }

  private static TensorInfo tensor(Operand<?> value) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    Shape known = value.asOutput().shape();
    if (known.isUnknown()) {
      shape.setUnknownRank(true);
    } else {
      for (long size : known.asArray()) {
        shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
      }
    }
    return TensorInfo.newBuilder()
        .setName(value.op().name() + ":" + value.asOutput().index())
        .setDtype(value.asOutput().dataType())
        .setTensorShape(shape)
        .build();
  }

  /** Equal models give equal bytes: the entries of maps are sorted. */
  private static byte[] bytes(Message message) throws IOException {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    message.writeTo(out);
    out.checkNoSpaceLeft();
    return bytes;
  }
}
