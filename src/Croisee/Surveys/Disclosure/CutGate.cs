namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R3 and R5 for one cut of one question: when the blocks that wait may be cut, and into which parts.
/// Each part shown is of ten answers or more, and what is shown of no part is nobody or ten answers or more.
/// </summary>
static class CutGate
{
    /// <returns>Blocks given up whole at closing; the level above may cut them with others.</returns>
    /// <param name="above">The books of the levels above, that add up what is counted here.</param>
    public static List<Tally[]> Join(CutBook book, IEnumerable<CutBook> above, ClosedQuestion? question, Thresholds thresholds, bool closing)
    {
        if (book.Waiting.Count == 0) return [];
        var sum = Sum(book.Waiting);
        var unknown = sum.Length - 1;
        var hidden = Enumerable.Range(0, sum.Length).Where(v => v == unknown ? sum[v].Answers > 0 : sum[v].Answers > 0 && sum[v].Answers < thresholds.Least).ToHashSet();
        // While answers still come, we wait for every part: a part that appears late would be told apart by its date.
        if (!closing && hidden.Any(v => v != unknown || sum[v].Answers < thresholds.Least)) return [];
        if (thresholds.Holds(RuleSwitch.R5)) Complete(sum, hidden, thresholds.Least);
        var shown = Enumerable.Range(0, sum.Length).Where(v => sum[v].Answers > 0 && !hidden.Contains(v)).ToList();
        if (shown.Count == 0 || (thresholds.Holds(RuleSwitch.R5) && CutVerification.Tells(book.Waiting, shown, question)))
        {
            if (!closing) return [];
            List<Tally[]> uncut = [.. book.Waiting];
            book.Waiting.Clear();
            return uncut;
        }
        foreach (var value in shown)
        {
            book.Counted[value].Add(sum[value]);
            foreach (var level in above) level.Below![value].Add(sum[value]);
        }
        // What is left out here stays out. Lent to the level above, its shown parts would be known to be empty, and a part could be found by subtraction.
        book.Waiting.Clear();
        return [];
    }

    /// <summary>R5: one small part alone would be the whole minus the others. The next smallest goes with it, until ten are hidden.</summary>
    static void Complete(Tally[] sum, HashSet<int> hidden, int least)
    {
        while (hidden.Sum(v => sum[v].Answers) is > 0 and var answers && answers < least)
        {
            var candidates = Enumerable.Range(0, sum.Length).Where(v => sum[v].Answers > 0 && !hidden.Contains(v)).ToList();
            if (candidates.Count == 0) return;
            hidden.Add(candidates.MinBy(v => sum[v].Answers));
        }
    }

    static Tally[] Sum(List<Tally[]> blocks)
    {
        Tally[] sum = [.. blocks[0].Select(t => new Tally(t.Counts.Length))];
        foreach (var block in blocks) Block.AddTo(sum, block);
        return sum;
    }
}
