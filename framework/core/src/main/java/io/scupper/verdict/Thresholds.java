package io.scupper.verdict;

/**
 * The figures behind the rules. They were tuned on small services (132 windows on five collectors of JDK 17 and 25) and
 * are defaults to be measured again.
 *
 * @param leakingShare least share of operations that leak for a class to be suspect; 0.005 finds a leak on one operation
 *     in a hundred with N = 1,000 and one in ten with N = 211. Lower values see noise.
 * @param scatterPerRound how far the growth may scatter, as Σ(d−m)²/m per round and kept instance; 4 makes the 20 for five
 *     rounds that gave no false alarm in 132 windows
 * @param jdkShare as {@code leakingShare}, for JDK classes without an application class; higher because nothing but a path
 *     could confirm them
 * @param swayShare least share of operations that a leak must have to be excluded in a class whose instances come and go
 * @param growthOperations of a round, from which on the growth of a class alone is evidence; in shorter rounds a bounded
 *     collection takes too long to fill up, and live heap must grow beyond its slack as well
 * @param countedShare least growth of a counted resource, as a share of what was injected
 * @param countedRounds least share of the rounds in which a counted resource must grow to be a leak
 * @param heapSlack growth of live heap that needs no explanation by class, as a share of the baseline
 * @param heapSlackBytes the same in bytes; the larger of the two holds
 * @param classesSlack what of the loaded classes may be loaded on top, as a share of the baseline: rare branches of the code
 *     load theirs late
 * @param countedSlackBytes what a resource counted in bytes may stay above its baseline
 */
public record Thresholds(
        double leakingShare,
        double scatterPerRound,
        double jdkShare,
        double swayShare,
        int growthOperations,
        double countedShare,
        double countedRounds,
        double heapSlack,
        long heapSlackBytes,
        double classesSlack,
        long countedSlackBytes) {

    public static final Thresholds DEFAULT =
            new Thresholds(0.005, 4.0, 0.05, 0.1, 200, 0.02, 0.8, 0.05, 2L << 20, 0.005, 64L << 10);
}
