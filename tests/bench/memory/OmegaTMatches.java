// SPDX-License-Identifier: GPL-3.0-or-later
// What OmegaT's own classes need to find matches: OmegaTMatches SEGMENTS QUERIES, a segment a line. As its
// matcher does it: each query is compared with each segment; here the segments are cut into words before.
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import org.omegat.core.matching.FuzzyMatcher;
import org.omegat.core.matching.ISimilarityCalculator;
import org.omegat.core.matching.LevenshteinDistance;
import org.omegat.tokenizer.DefaultTokenizer;
import org.omegat.tokenizer.ITokenizer;
import org.omegat.util.Token;

public final class OmegaTMatches {
    public static void main(String[] arguments) throws Exception {
        List<String> segments = Files.readAllLines(Paths.get(arguments[0]));
        List<String> queries = Files.readAllLines(Paths.get(arguments[1]));
        ITokenizer tokenizer = new DefaultTokenizer();
        Token[][] tokens = new Token[segments.size()][];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = tokenizer.tokenizeWords(segments.get(i), ITokenizer.StemmingMode.MATCHING);
        }
        ISimilarityCalculator distance = new LevenshteinDistance();
        double[] times = new double[queries.size()];
        int found = 0;
        for (int q = 0; q < times.length; q++) {
            long begin = System.nanoTime();
            Token[] query = tokenizer.tokenizeWords(queries.get(q), ITokenizer.StemmingMode.MATCHING);
            int[] best = new int[5];
            for (Token[] candidate : tokens) {
                int score = FuzzyMatcher.calcSimilarity(distance, query, candidate);
                if (score >= 70 && score > best[0]) {
                    best[0] = score;
                    Arrays.sort(best);
                }
            }
            found += best[4] > 0 ? 1 : 0;
            times[q] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        System.out.println("{\"median_ms\": " + times[times.length / 2] + ", \"found\": " + found + "}");
    }
}
