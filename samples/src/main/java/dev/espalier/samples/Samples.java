package dev.espalier.samples;

import dev.espalier.runtime.EspalierException;
import dev.espalier.samples.census.CensusCompareSample;
import dev.espalier.samples.census.CensusSample;
import dev.espalier.samples.cifar10.Cifar10Sample;
import dev.espalier.samples.cifar10.TransferSample;
import dev.espalier.samples.orchard.OrchardSample;
import dev.espalier.samples.quickstart.QuickstartSample;
import dev.espalier.samples.serve.ServeSample;
import dev.espalier.samples.shapes.ShapesSample;
import dev.espalier.samples.speech.SpeechSample;
import dev.espalier.samples.streets.StreetsSample;
import dev.espalier.samples.tagging.TaggingSample;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The samples' command line: the first argument names the sample. */
@Command(
    name = "samples/run",
    description = "Trains a sample and shows what it learnt.",
    synopsisSubcommandLabel = "SAMPLE",
    commandListHeading = "%nSamples:%n",
    footer = "%nEach takes --help.",
    subcommands = {
      ShapesSample.class,
      QuickstartSample.class,
      CensusSample.class,
      CensusCompareSample.class,
      ServeSample.class,
      OrchardSample.class,
      Cifar10Sample.class,
      TransferSample.class,
      SpeechSample.class,
      StreetsSample.class,
      TaggingSample.class
    })
public final class Samples implements Callable<Integer> {
  private static final int HELP_WIDTH = 100;

  @SuppressWarnings("unused") // picocli reads it.
  @Option(names = "--help", usageHelp = true, description = "Show this text.")
  private boolean help;

  @Spec private CommandSpec spec;

  private Samples() {}

  /** Runs a sample and exits: 0 when it went well, 1 when not, 2 for a wrong command line. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new Samples())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(HELP_WIDTH)
            .setParameterExceptionHandler(Samples::misunderstood)
            .setExecutionExceptionHandler(Samples::failed);
    // What belongs together stands together: data, training, how it goes, what is seen of it.
    line.getSubcommands()
        .values()
        .forEach(
            sample ->
                sample.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false));
    return line;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  private static int misunderstood(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    if (command.getParent() != null) {
      err.println(e.getMessage());
      err.println("Options: " + command.getCommandSpec().qualifiedName() + " --help");
    } else {
      String first = arguments.length == 0 ? "" : arguments[0];
      err.println(first.startsWith("-") ? e.getMessage() : "There is no sample `" + first + "`.");
      command.usage(err);
    }
    return CommandLine.ExitCode.USAGE;
  }

  /** What is wrong with data or settings is a sentence for the user; the rest is a mistake here. */
  private static int failed(Exception e, CommandLine command, ParseResult parsed) throws Exception {
    if (e instanceof EspalierException) {
      command.getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }
}
