package dev.espalier.runtime.balance;

/**
 * How the losses of several tasks become one objective.
 *
 * <p>A method that only weighs losses is a {@link LossBalancing}: its weights are fed, and a step
 * stays one run. One that mixes gradients is a {@link GradientBalancing}: a step takes a gradient
 * of the shared parameters for each of the {@code T} tasks, which are kept as {@code T x P} floats;
 * the arithmetic of a method, on {@code T x T} numbers, is small beside that. One that needs no
 * such matrix of the parameters' gradients is a {@link GraphBalancing}: a step stays one run.
 *
 * <p>In the formulas {@code g_i} is the gradient of a task, {@code M} the matrix of their inner
 * products, {@code w} the weights, and {@code d = sum w_i g_i} is descended along. Some methods
 * refine the mean of the gradients and some their sum, as published: between them is a factor of
 * {@code T} in the learning rate. {@link GradientBalancing} says what all do with odd cases.
 *
 * <p>The factories throw an {@link dev.espalier.runtime.EspalierException} for a setting outside
 * its range.
 */
public sealed interface Balancing permits LossBalancing, GradientBalancing, GraphBalancing {

  /** What reports call it. */
  String name();

  /** The weights that the tasks were given, at every step: the default. */
  static Balancing fixedWeights() {
    return new FixedWeights();
  }

  /** GradNorm with alpha 1.5 and rate 0.025. */
  static GradientBalancing gradNorm() {
    return gradNorm(1.5, 0.025);
  }

  /**
   * GradNorm (Chen et al., ICML 2018): learns weights under which gradients are as long as the
   * tasks' progress asks for.
   *
   * <p>Descends along {@code sum |G_i - mean(G) r_i^alpha|} in the weights, with {@code G_i = w_i
   * |g_i|} and {@code r_i} the task's {@code loss / first loss} over the mean of all tasks' (the
   * right side a constant). The weights of a step are those before it is learnt from. They begin at
   * 1 and sum to the number of tasks: a refined sum. Arithmetic: {@code T}; remembers five numbers
   * a task.
   *
   * <p>As LibMTL and not the paper, the weights are {@code T softmax(s)}, and so stay above 0; the
   * lengths are those over all shared parameters. As the paper and not LibMTL, the first loss is
   * that of the first batch that has the task. Ours: slopes are taken relative to the mean length,
   * which Adam makes of them anyway, and for tasks that a batch lacks nothing is learnt. A first
   * loss of 0, or a change of sign, counts as mean progress; a gradient of 0 teaches nothing by
   * itself.
   *
   * @param alpha how strongly slow tasks are favoured, at least 0
   * @param rate of Adam on {@code s}, above 0
   */
  static GradientBalancing gradNorm(double alpha, double rate) {
    return new GradNorm(alpha, rate);
  }

  /**
   * PCGrad (Yu et al., Gradient Surgery, NeurIPS 2020): each gradient, less its projections on
   * those that it conflicts with.
   *
   * <p>{@code v_i = g_i}; for each other {@code j} in random order, where {@code v_i'g_j < 0}:
   * {@code v_i -= (v_i'g_j / |g_j|^2) g_j}, {@code g_j} being the original; {@code d = sum v_i}, a
   * refined sum. Arithmetic: {@code T^3}, no memory. The order is drawn from seed and step. For two
   * tasks {@code d} conflicts with neither; for more it may. Opposite gradients give 0. No
   * deviation but that nothing is added to denominators, since what conflicts is not 0.
   */
  static GradientBalancing pcGrad() {
    return new PcGrad();
  }

  /** MGDA on the gradients as they are. */
  static GradientBalancing mgda() {
    return mgda(MgdaNormalization.AS_GIVEN);
  }

  /**
   * MGDA (Desideri, Comptes Rendus Mathematique 2012; Sener and Koltun, NeurIPS 2018): the shortest
   * convex combination of the gradients.
   *
   * <p>{@code min w'Mw} over {@code w >= 0, sum w = 1}: a refined mean. {@code d} conflicts with no
   * task, and is 0 exactly where no direction helps all; a gradient of 0 takes all the weight.
   * Arithmetic: about {@code T^4}, no memory. Solved exactly by active sets, where the authors'
   * code approximates (250 steps, to 1e-5, weights of two tasks within .001 and .999). With
   * dependent gradients the weights are one of many answers, {@code d} is unique.
   *
   * @param normalization what gradients are divided by in the problem; not in {@code d}, as in the
   *     authors' code. Losses of 0 or less divide nothing
   */
  static GradientBalancing mgda(MgdaNormalization normalization) {
    return new Mgda(normalization);
  }

  /** MGDA on the representation, with gradients as they are. */
  static GraphBalancing representationMgda() {
    return representationMgda(MgdaNormalization.AS_GIVEN);
  }

  /**
   * MGDA on the representation, MGDA-UB (Sener and Koltun, Multi-Task Learning as Multi-Objective
   * Optimization, NeurIPS 2018): MGDA's weights from gradients with respect to what the tasks take
   * from the shared part, and one pass back through that part.
   *
   * <p>{@code min |sum w_i dL_i/dZ|} over {@code w >= 0, sum w = 1}, an upper bound of MGDA's own
   * objective but for a factor; shared parameters then get {@code sum w_i g_i}: a refined mean.
   * {@code Z} is all the values through which tasks share, over all rows of the batch: the output
   * of a shared trunk, those of all experts. Where one of them leads to another, as with attention
   * or a skip into a tower, the later ones are {@code Z}; gradients of parameters are whole under
   * every scheme. Towers that other tasks depend on are no part of {@code Z}.
   *
   * <p>Costs a pass back through each task's own part and one through the shared part; arithmetic
   * {@code 2^T T^3}, for 10 tasks at most. Memory: {@code T} times the values of {@code Z} in a
   * batch. Solved exactly but for single precision: a regularization of {@code T 2^-23} on unit
   * gradients, relative to which mixtures that cancel out count as 0; with dependent gradients the
   * weights are the evenest. The authors' code approximates, as in {@link
   * #mgda(MgdaNormalization)}.
   *
   * <p>A run throws a {@link dev.espalier.runtime.TrainingException} at its start if tasks share no
   * value, as behind stems, or are more than 10.
   *
   * @param normalization what gradients are divided by in the problem; not in what is descended
   *     along. Losses of 0 or less divide nothing
   */
  static GraphBalancing representationMgda(MgdaNormalization normalization) {
    return new RepresentationMixing(normalization);
  }

  /** CAGrad with c 0.5, over {@code 1 + c^2}. */
  static GradientBalancing caGrad() {
    return caGrad(0.5, CaGradRescale.ONE_PLUS_C_SQUARED);
  }

  /**
   * CAGrad (Liu et al., Conflict-Averse Gradient Descent, NeurIPS 2021): the direction within
   * {@code c |m|} of the mean gradient {@code m} along which the task that gains least gains most.
   *
   * <p>{@code d = m + c |m| g_u / |g_u|}, with {@code u} from {@code min m'g_u + c |m| |g_u|} over
   * the simplex; then rescaled. A refined mean; 0.4 and 0.5 are the usual {@code c}. {@code d}
   * conflicts with no task for {@code c >= 1} only. Arithmetic: about ten times MGDA's, no memory.
   * Where {@code c >= 1} and no direction helps all, {@code g_u} is 0, and so is {@code d} (as in
   * TorchJD; the authors' 1e-8 in denominators gives some other direction). Solved to rounding, as
   * a search in one dimension over problems of MGDA, where the authors' code has SLSQP.
   *
   * @param c at least 0; 0 is the mean
   * @param rescale what {@code d} is divided by; LibMTL and the authors default to {@code 1 + c^2}
   */
  static GradientBalancing caGrad(double c, CaGradRescale rescale) {
    return new CaGrad(c, rescale);
  }

  /** GradVac with beta 0.5. */
  static GradientBalancing gradVac() {
    return gradVac(0.5);
  }

  /**
   * GradVac (Wang et al., Gradient Vaccine, ICLR 2021): as PCGrad, but towards the cosine {@code
   * f_ij} that two tasks usually have.
   *
   * <p>{@code v_i = g_i}; for each other {@code j} in random order, with {@code f = cos(v_i, g_j) <
   * f_ij}: {@code v_i += g_j |v_i| (f_ij sqrt(1 - f^2) - f sqrt(1 - f_ij^2)) / (|g_j| sqrt(1 -
   * f_ij^2))}. Then always {@code f_ij = (1 - beta) f_ij + beta f}, from 0: the first step is
   * PCGrad's. A refined sum. Arithmetic: {@code T^4}; remembers {@code T^2} numbers. All shared
   * parameters are one group. Usual cosines count as 1 - 1e-6 at most, where LibMTL's denominator
   * adds 1e-8; gradients of 0, and mixtures that cancelled out, leave {@code f_ij} alone and are
   * not changed.
   *
   * @param beta how much of the usual cosine is new, between 0 and 1
   */
  static GradientBalancing gradVac(double beta) {
    return new GradVac(beta);
  }

  /** GradDrop without leak. */
  static GraphBalancing gradDrop() {
    return gradDrop(0);
  }

  /**
   * GradDrop (Chen et al., Just Pick a Sign, NeurIPS 2020): where gradients differ in sign, keeps
   * those of one sign, drawn element by element.
   *
   * <p>For each shared parameter, {@code P = (1 + sum g_i / sum |g_i|) / 2}; with probability
   * {@code P} the gradients above 0 stay and those below are dropped, else the other way round:
   * {@code d = sum (leak + (1 - leak) stays_i) g_i}, a refined sum. Draws follow from seed, step
   * and parameter. Elements on whose sign all tasks agree are never touched. A pass back for each
   * task, no inner products and no second run; memory: {@code T x P} floats at most, while the
   * passes run. Arithmetic: {@code T P}.
   *
   * <p>As LibMTL and TorchJD, on the gradients of shared parameters. The paper has a layer of
   * activations instead, whose gradients it multiplies by the activations' signs and adds up over a
   * batch; its layer would have to be chosen, and schemes with several values between trunk and
   * tasks have none. The probability is the paper's identity, {@code f(P) = P}; one leak holds for
   * all tasks.
   *
   * @param leak between 0 and 1; at 1 nothing is dropped
   */
  static GraphBalancing gradDrop(double leak) {
    return new SignDropping(leak);
  }

  /**
   * IMTL-G (Liu et al., Towards Impartial Multi-task Learning, ICLR 2021): the direction with equal
   * projections on all unit gradients.
   *
   * <p>{@code w = D^-1 C^+ 1} over the size of its sum, with {@code D} the lengths, {@code C} the
   * cosines and {@code ^+} the pseudo-inverse; {@code |sum w| = 1}: a refined mean. For two tasks
   * {@code w_i} is proportional to {@code 1 / |g_i|}. Arithmetic: {@code T^3}, no memory. Weights
   * may be negative. Where their sum is, the published direction climbs; ours is divided by its
   * size, so that {@code d} always descends. A gradient of 0 gets weight 0; a sum of 0 gives {@code
   * d = 0}, as in TorchJD. LibMTL's explicit inverse is singular for parallel gradients; this is
   * not.
   */
  static GradientBalancing imtlG() {
    return new ImtlG();
  }

  /** Nash-MTL with directions of length 1 at most. */
  static GradientBalancing nashMtl() {
    return nashMtl(1);
  }

  /**
   * Nash-MTL (Navon et al., Multi-Task Learning as a Bargaining Game, ICML 2022): the direction
   * that maximises the product of the tasks' gains.
   *
   * <p>{@code w > 0} with {@code M w = 1 / w}, for {@code M} over its Frobenius norm, as the
   * authors have it; then {@code d} is clipped. The weights are about 1, whatever the scale: a
   * refined sum. {@code d} conflicts with no task. Arithmetic: about ten times {@code T^3};
   * remembers a number a task. Solved by Newton's method, to rounding, at every step; the authors
   * solve up to 20 convex approximations of it, and offer to do so less often. Where unit gradients
   * can be mixed to less than about a thousandth, weights would be out of bounds: tasks keep the
   * last they had (1 at first), as where the authors' solver fails. A gradient of 0 gets weight 0.
   *
   * @param maxNorm the length that {@code d} is clipped to, at least 0; 0 is no clipping
   */
  static GradientBalancing nashMtl(double maxNorm) {
    return new NashMtl(maxNorm);
  }

  /**
   * Aligned-MTL (Senushkin et al., Independent Component Alignment, CVPR 2023): gradients made
   * orthogonal and equally long.
   *
   * <p>{@code w = sqrt(l) M^(-1/2) 1} with {@code l} the least eigenvalue above 0, and the inverse
   * that of the others: {@code d} is the sum of aligned gradients, all as long as the weakest
   * component. A refined sum, as the authors have it (TorchJD takes the mean). {@code d} may
   * conflict with a task. Arithmetic: {@code T^3}, no memory. Eigenvalues of at most {@code 2^-23
   * T} times the largest count as 0, as in the authors' code: a gradient much shorter than the
   * longest hardly takes part.
   */
  static GradientBalancing alignedMtl() {
    return new AlignedMtl();
  }

  /** UPGrad with regularization 1e-4. */
  static GradientBalancing upGrad() {
    return upGrad(1e-4);
  }

  /**
   * UPGrad (Quinton and Rey, Jacobian Descent for Multi-Objective Optimization, 2024): the mean of
   * the gradients, each projected to where it conflicts with none.
   *
   * <p>{@code w = sum v_i}, with {@code v_i} from {@code min v'Nv} over {@code v >= e_i / T}, and
   * {@code N = M / trace(M) + regularization I}. A refined mean. For two tasks it is half of
   * PCGrad. {@code d} conflicts with no task but by the regularization. Arithmetic: {@code T} times
   * MGDA's, no memory. The authors give up below a trace of 1e-4; ours has no such bound.
   *
   * @param regularization at least 0; at 0, gradients that almost cancel get weights as large as
   *     rounding lets them
   */
  static GradientBalancing upGrad(double regularization) {
    return new UpGrad(regularization);
  }

  /** FairGrad with alpha 1. */
  static GradientBalancing fairGrad() {
    return fairGrad(1);
  }

  /**
   * FairGrad (Ban and Ji, Fair Resource Allocation in Multi-Task Learning, ICML 2024): the
   * direction with the fairest gains, in the sense of alpha-fairness.
   *
   * <p>{@code w > 0} with {@code (M w)_i = w_i^(-1 / alpha)}. Neither sum nor mean: with gradients
   * of length {@code n}, {@code d} has one of about {@code n^((1 - alpha) / (1 + alpha))}, as
   * published. {@code d} conflicts with no task. Arithmetic: about ten times {@code T^3}; remembers
   * a number a task. Solved by Newton's method, to rounding, where the authors minimise the squares
   * of the differences. Where unit gradients can be mixed to less than about a thousandth, tasks
   * keep the last weights they had ({@code 1 / T} at first). A gradient of 0 gets weight 0.
   *
   * @param alpha above 0; 1 is proportional fairness, the same direction as Nash-MTL's, and with
   *     more the tasks that gain least count more
   */
  static GradientBalancing fairGrad(double alpha) {
    return new FairGrad(alpha);
  }

  /** DualProj with regularization 1e-4. */
  static GradientBalancing dualProj() {
    return dualProj(1e-4);
  }

  /**
   * DualProj (Lopez-Paz and Ranzato, Gradient Episodic Memory, NeurIPS 2017; for tasks, TorchJD):
   * the mean gradient, projected to where it conflicts with none.
   *
   * <p>{@code min w'Nw} over {@code w >= 1 / T}, {@code N} as in {@link #upGrad(double)}: a refined
   * mean. {@code d} conflicts with no task but by the regularization. Arithmetic: MGDA's, no
   * memory. No bound on the trace, as in UPGrad.
   *
   * @param regularization at least 0; at 0, gradients that almost cancel get weights as large as
   *     rounding lets them
   */
  static GradientBalancing dualProj(double regularization) {
    return new DualProj(regularization);
  }

  /**
   * ConFIG (Liu, Chu and Thuerey, ICLR 2025): the direction of equal cosines with all gradients, as
   * long as the sum of its projections on them.
   *
   * <p>{@code d = (sum g_i't) t}, with {@code t} the unit vector of {@code U^+ 1} and {@code U} the
   * unit gradients: a refined sum. Independent gradients never conflict with it. Arithmetic: {@code
   * T^3}, no memory. Opposite gradients give {@code d = 0}; a gradient of 0 gets weight 0. The
   * pseudo-inverse is taken of the cosines, whose rank single precision bounds, and not of the
   * gradients.
   */
  static GradientBalancing conFig() {
    return new ConFig();
  }

  /** MoCo with beta 0.5, gamma 0.1, both over the root of the step, and rho 0. */
  static GradientBalancing moCo() {
    return moCo(0.5, 0.5, 0.1, 0.5, 0);
  }

  /**
   * MoCo (Fernando et al., Mitigating Gradient Bias in Multi-objective Learning, ICLR 2023): MGDA
   * with weights that follow slowly, on averages of gradients.
   *
   * <p>{@code w = softmax(w - gamma_k (M + rho I) w)} from {@code 1 / T}, with {@code gamma_k =
   * gamma / k^gammaDecay} in step {@code k}: a refined mean. {@code M} is that of the averages
   * {@code y_i = y_i + beta_k (h_i - y_i)} from 0, and {@code d} their mixture; {@code h_i} is the
   * unit gradient times the loss, as in the authors' code. Arithmetic: {@code T^2}; remembers a
   * number a task, and the averages another {@code T x P} floats. Tasks that a batch lacks keep
   * their weights, and the others share what is left.
   *
   * @param beta between 0 and 1
   * @param betaDecay at least 0
   * @param gamma at least 0
   * @param gammaDecay at least 0
   * @param rho at least 0
   */
  static GradientBalancing moCo(
      double beta, double betaDecay, double gamma, double gammaDecay, double rho) {
    return new MoCo(beta, betaDecay, gamma, gammaDecay, rho);
  }

  /** DB-MTL with beta 0.9 at every step. */
  static GradientBalancing dbMtl() {
    return dbMtl(0.9, 0);
  }

  /**
   * DB-MTL (Lin et al., Dual-Balancing for Multi-Task Learning, 2023): losses balanced by their
   * logarithms, gradients by making all as long as the longest.
   *
   * <p>{@code w_i = max |y_j| / |y_i|}, a refined sum, on averages {@code y_i = h_i + beta_k (y_i -
   * h_i)} from 0 of the gradients {@code h_i} of the losses' logarithms, with {@code beta_k = beta
   * / k^betaDecay} in step {@code k}; {@code d} is the mixture of the averages. As in the authors'
   * code nothing corrects that they start at 0. Arithmetic: {@code T}, no memory but the averages,
   * another {@code T x P} floats. A gradient of 0 gets weight 0; nothing is added to denominators.
   *
   * @param beta how much of an average stays, between 0 and 1
   * @param betaDecay at least 0
   */
  static GradientBalancing dbMtl(double beta, double betaDecay) {
    return new DbMtl(beta, betaDecay);
  }
}
