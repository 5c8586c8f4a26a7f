namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R3 and R5 for one cut of one question: when the blocks that wait may be cut, and into which parts.
/// Each part shown is of ten answers or more, and what is shown of no part is nobody or ten answers or more.
/// </summary>
static class CutGate
{
    /// <returns>What stays uncut; the level above may cut it with others.</returns>
    public static List<Tally[]> Join(CutBook book, ClosedQuestion? question, Thresholds thresholds, bool closing)
    {
        if (book.Waiting.Count == 0) return [];
        var sum = Sum(book.Waiting);
        var unknown = sum.Length - 1;
        var hidden = Enumerable.Range(0, sum.Length).Where(v => v == unknown ? sum[v].Answers > 0 : sum[v].Answers > 0 && sum[v].Answers < thresholds.Least).ToHashSet();
        // While answers still come, we wait for every part: a part that appears late would be told apart by its date.
        if (!closing && hidden.Any(v => v != unknown || sum[v].Answers < thresholds.Least)) return [];
        if (thresholds.Holds(RuleSwitch.R5)) Complete(sum, hidden, thresholds.Least);
        var shown = Enumerable.Range(0, sum.Length).Where(v => sum[v].Answers > 0 && !hidden.Contains(v)).ToList();
        if (shown.Count == 0 || (thresholds.Holds(RuleSwitch.R5) && CutVerification.Tells(book, sum, shown, question, thresholds)))
        {
            if (!closing) return [];
            List<Tally[]> uncut = [.. book.Waiting];
            book.Waiting.Clear();
            return uncut;
        }
        foreach (var value in shown) book.Counted[value].Add(sum[value]);
        book.Waiting.Clear();
        if (hidden.Sum(v => sum[v].Answers) < thresholds.Least) return [];
        foreach (var value in shown) sum[value].Add(sum[value], -1);
        return [sum];
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
