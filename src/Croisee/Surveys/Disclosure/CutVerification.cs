namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R5, verified and not trusted. An attacker knows each block by its date, and each part by its table. Where blocks and parts cross, a group
/// of one to four persons may lie; he bounds it from below when those of a block who chose an answer are more than all others parts can hold.
/// We give him every block exactly, and every part as it will be shown, and ask whether any such group would be found.
/// </summary>
static class CutVerification
{
    const int Small = Thresholds.Floor - 1;

    public static bool Tells(CutBook book, Tally[] sum, List<int> shown, ClosedQuestion? question, Thresholds thresholds)
    {
        if (book.Waiting.Count == 1) return false;
        List<int[]> columns = [.. shown.Select(v => new[] { v })];
        int[] rest = [.. Enumerable.Range(0, sum.Length).Except(shown).Where(v => sum[v].Answers > 0)];
        if (rest.Length > 0) columns.Add(rest);
        var slacks = shown.ToDictionary(v => v, v => Slack(book.Counted[v], sum[v], question, thresholds));
        for (var kind = 0; kind < Kinds(question); kind++)
            foreach (var column in columns)
            {
                var slack = shown.Where(v => !column.Contains(v)).Sum(v => slacks[v][kind]);
                if (Bounded(book.Waiting, column, kind, slack)) return true;
            }
        return false;
    }

    /// <summary>Without choices, one kind of answer: to have answered. With several answers allowed, each choice is a yes and a no.</summary>
    static int Kinds(ClosedQuestion? question) => question is null ? 1 : question.Several ? 2 * question.Counted.Count : question.Counted.Count;

    static int Count(Tally tally, int kind) =>
        tally.Counts.Length == 0 ? tally.Answers : kind < tally.Counts.Length ? tally.Counts[kind] : tally.Answers - tally.Counts[kind - tally.Counts.Length];

    /// <summary>By how many the part, as shown, could hold more than it does.</summary>
    static int[] Slack(Tally before, Tally joining, ClosedQuestion? question, Thresholds thresholds)
    {
        var after = new Tally(before.Counts.Length);
        after.Add(before);
        after.Add(joining);
        var high = thresholds.Holds(RuleSwitch.R6) ? SizeBand.Of(after.Answers).High : after.Answers;
        if (question is null) return [high - after.Answers];
        var figures = ShownFigures.Of(after, question, thresholds);
        return [.. Enumerable.Range(0, Kinds(question)).Select(kind => Highest(figures, kind, after, high) - Count(after, kind))];
    }

    static int Highest(ShownFigures? figures, int kind, Tally after, int high)
    {
        if (figures is null) return high;
        var choices = after.Counts.Length;
        return kind < choices ? figures.Shares[kind].Counts(high).Most : after.Answers - figures.Shares[kind - choices].Counts(after.Answers).Least;
    }

    /// <summary>
    /// Whether some choice of blocks has one to four persons in the column, more of whom chose this answer than all other persons outside those
    /// blocks, slack included. Blocks with more persons of the column can never be chosen; at most four of those with some can.
    /// </summary>
    static bool Bounded(List<Tally[]> blocks, int[] column, int kind, int slack)
    {
        var outside = 0;
        List<int> inside = [], around = [];
        foreach (var block in blocks)
        {
            var persons = column.Sum(v => block[v].Answers);
            var chose = column.Sum(v => Count(block[v], kind));
            var others = block.Sum(t => Count(t, kind)) - chose;
            if (persons > Small) outside += others;
            else if (persons > 0) { inside.Add(chose); around.Add(others); }
        }
        var reach = Math.Min(Small, inside.OrderDescending().Take(Small).Sum());
        return reach > outside + around.OrderDescending().Skip(Small).Sum() + slack;
    }
}
