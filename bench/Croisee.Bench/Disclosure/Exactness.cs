using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>R6: of one table by itself, can the number of persons and every count be told to the unit? With both, all but one person know the last answer.</summary>
public static class Exactness
{
    const int Tried = 1000;

    public static Findings Run(int seed, Follow book)
    {
        if (book.Question is not { Several: false } question) return new(0, []);
        var figures = book.Figures.DistinctBy(f => (f.Table.Population, f.Table.Value, f.Figures.Answers, string.Join(' ', f.Figures.Shares))).ToList();
        return new(figures.Count, [.. figures.Where(f => Told(f.Figures)).Select(f => new Breach("au compte près", seed, question.Code, $"{f.Table.Population} {f.Table.Value} jour {f.Day}", 0, $"{f.Figures.Answers.Low} personnes, chaque réponse comptée"))]);
    }

    static bool Told(ShownFigures figures)
    {
        if (figures.Answers.High - figures.Answers.Low > Tried) return false;
        int sizes = 0, fixedCounts = 0;
        for (var n = figures.Answers.Low; n <= figures.Answers.High; n++)
        {
            var counts = figures.Shares.Select(s => Seen.Whole(s, n)).ToList();
            if (counts.Exists(c => c.Low > c.High) || counts.Sum(c => c.Low) > n || counts.Sum(c => c.High) < n) continue;
            sizes++;
            if (counts.TrueForAll(c => c.Low == c.High) || counts.Sum(c => c.Low) == n || counts.Sum(c => c.High) == n) fixedCounts++;
        }
        return sizes == 1 && fixedCounts == 1;
    }
}
