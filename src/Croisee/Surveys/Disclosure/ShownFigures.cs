namespace Croisee.Surveys.Disclosure;

/// <summary>
/// The figures of one table: a band, a share by counted choice, the favourable share with its interval.
/// The shares are as coarse as the number of persons asks, and coarser until every size of the band could have given them (R6, verified):
/// whoever sums and divides them learns nothing about the size that the band does not say.
/// </summary>
public sealed record ShownFigures(SizeBand Answers, IReadOnlyList<ShownShare> Shares, ShownShare? Favourable, FavourableInterval? Interval)
{
    static readonly decimal[] Steps = [1, 2, 5, 10, 20];

    /// <summary>With two significant figures and a thousand answers, a whole percent is ten persons: nothing is left to verify.</summary>
    const int Verified = 1000;

    /// <returns>Null when even the coarsest figures would say how many answered.</returns>
    internal static ShownFigures? Of(Tally tally, ClosedQuestion question, Thresholds thresholds)
    {
        if (!thresholds.Holds(RuleSwitch.R6)) return Rounded(tally, question, new(tally.Answers, tally.Answers), 0.0001m, thresholds);
        var band = SizeBand.Of(tally.Answers);
        foreach (var step in Steps)
            if (step * band.Low >= 100 && Rounded(tally, question, band, step, thresholds) is var figures && (band.Low >= Verified || figures.FitEverySize(question))) return figures;
        return null;
    }

    static ShownFigures Rounded(Tally tally, ClosedQuestion question, SizeBand band, decimal step, Thresholds thresholds)
    {
        var hideEnds = question.Sensitive || band.Low < 30;
        ShownShare Share(int count) => ShownShare.Of(count, tally.Answers, step, hideEnds);
        ShownShare? favourable = !question.Several && band.Low >= thresholds.Compared && question.Counted.Any(c => c.Favourable)
            ? Share(question.Counted.Index().Where(c => c.Item.Favourable).Sum(c => tally.Counts[c.Index])) : null;
        return new(band, [.. tally.Counts.Select(Share)], favourable, favourable is { Kind: ShareKind.About } share ? FavourableInterval.Of(share, band) : null);
    }

    bool FitEverySize(ClosedQuestion question)
    {
        for (var answers = Answers.Low; answers <= Answers.High; answers++) if (!Fit(question, answers)) return false;
        return true;
    }

    bool Fit(ClosedQuestion question, int answers)
    {
        (int Least, int Most) all = (0, 0), favourable = (0, 0);
        for (var choice = 0; choice < Shares.Count; choice++)
        {
            var counts = Shares[choice].Counts(answers);
            if (counts.Least > counts.Most) return false;
            all = (all.Least + counts.Least, all.Most + counts.Most);
            if (question.Counted[choice].Favourable) favourable = (favourable.Least + counts.Least, favourable.Most + counts.Most);
        }
        if (question.Several) return true;
        if (all.Least > answers || all.Most < answers) return false;
        if (Favourable is not { } shown) return true;
        // The favourable answers must fit their own share, the sum of their choices, and what the other choices leave.
        var own = shown.Counts(answers);
        var least = Math.Max(Math.Max(own.Least, favourable.Least), answers - (all.Most - favourable.Most));
        var most = Math.Min(Math.Min(own.Most, favourable.Most), answers - (all.Least - favourable.Least));
        return least <= most;
    }
}

/// <summary>Between which percents the favourable share would fall 95 times in 100 (Wilson), from the figures shown and from nothing else.</summary>
public readonly record struct FavourableInterval(int Low, int High)
{
    const double Z = 1.96;

    internal static FavourableInterval Of(ShownShare share, SizeBand band)
    {
        double p = (double)share.Percent / 100, n = band.Low, z = Z * Z / n;
        var middle = (p + (z / 2)) / (1 + z);
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (z / (4 * n))) / (1 + z);
        return new((int)Math.Floor(100 * Math.Max(0, middle - half)), (int)Math.Ceiling(100 * Math.Min(1, middle + half)));
    }
}
