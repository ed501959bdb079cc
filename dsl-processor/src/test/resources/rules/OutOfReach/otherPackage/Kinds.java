package kinds;

public class Kinds {
  protected enum Work {
    OFFICE,
    FIELD
  }
}
