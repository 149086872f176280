package io.scupper.examples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.List;
import kotlin.sequences.SequencesKt;
import shark.FilteringLeakingObjectFinder;
import shark.HeapAnalysis;
import shark.HeapAnalysisSuccess;
import shark.HeapAnalyzer;
import shark.HeapObject;
import shark.HprofHeapGraph;
import shark.HprofRecordTag;
import shark.MetadataExtractor;
import shark.OnAnalysisProgressListener;

/** What a user of Shark does who knows which class leaks: the shortest paths to its instances in one dump, without their sizes. */
public final class SharkAnalysis {

    private SharkAnalysis() {}

    /** Takes the dump and the class. */
    public static void main(String[] args) throws IOException {
        var dump = new File(args[0]);
        var leaking =
                new FilteringLeakingObjectFinder(List.of(object -> object instanceof HeapObject.HeapInstance instance
                        && instance.getInstanceClassName().equals(args[1])));
        var analyzer = new HeapAnalyzer(OnAnalysisProgressListener.Companion.getNO_OP());
        try (var graph = HprofHeapGraph.Companion.openHeapGraph(dump, null, HprofRecordTag.Companion.getRootTags())) {
            HeapAnalysis analysis = analyzer.analyze(
                    dump, graph, leaking, List.of(), false, List.of(), MetadataExtractor.Companion.getNO_OP());
            if (!(analysis instanceof HeapAnalysisSuccess found) || SequencesKt.none(found.getAllLeaks())) {
                throw new IllegalStateException(analysis.toString());
            }
            System.out.printf(
                    "%d objects, %d kinds of paths by Shark%n",
                    graph.getObjectCount(), SequencesKt.count(found.getAllLeaks()));
        }
    }
}
