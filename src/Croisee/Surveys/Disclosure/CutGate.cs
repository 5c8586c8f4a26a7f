namespace Croisee.Surveys.Disclosure;

/// <summary>
/// R3 and R5 for one question: when the blocks that wait may be cut, and into which parts. Each part shown is of ten answers or more, and what
/// is shown of no part is nobody or ten answers or more. All cuts are made at once, on the same blocks, or none is and the level above tries.
/// </summary>
sealed class CutGate(QuestionBook book, IReadOnlyList<QuestionBook> above, ClosedQuestion? question, Thresholds thresholds)
{
    /// <param name="last">No level above could try: a cut that cannot be made is left out, and the other is made without it.</param>
    public bool Join(bool closing, bool last)
    {
        if (book.Uncut.Count == 0) return false;
        var sums = book.Cuts.Select((_, cut) => Sum(cut)).ToList();
        var shown = sums.ConvertAll(parts => Shown(parts, closing));
        if (closing && last) LeaveOut(shown);
        if (shown.Exists(s => s is null) && !(closing && last && shown.Exists(s => s is not null))) return false;
        if (Tells(shown)) return false;
        for (var cut = 0; cut < sums.Count; cut++)
            foreach (var value in shown[cut] ?? [])
            {
                book.Cuts[cut].Counted[value].Add(sums[cut][value]);
                foreach (var level in above) level.Cuts[cut].Below![value].Add(sums[cut][value]);
            }
        book.Uncut.Clear();
        return true;
    }

    /// <returns>The values that may be shown, or null when this cut must wait.</returns>
    List<int>? Shown(Tally[] parts, bool closing)
    {
        var unknown = parts.Length - 1;
        var hidden = Enumerable.Range(0, parts.Length).Where(v => v == unknown ? parts[v].Answers > 0 : parts[v].Answers > 0 && parts[v].Answers < thresholds.Least).ToHashSet();
        // While answers still come, we wait for every part: a part that appears late would be told apart by its date.
        if (!closing && hidden.Any(v => v != unknown || parts[v].Answers < thresholds.Least)) return null;
        if (thresholds.Holds(RuleSwitch.R5)) Complete(parts, hidden);
        var shown = Enumerable.Range(0, parts.Length).Where(v => parts[v].Answers > 0 && !hidden.Contains(v)).ToList();
        return shown.Count == 0 ? null : shown;
    }

    /// <summary>R5: one small part alone would be the whole minus the others. The next smallest goes with it, until ten are hidden.</summary>
    void Complete(Tally[] parts, HashSet<int> hidden)
    {
        while (hidden.Sum(v => parts[v].Answers) is > 0 and var answers && answers < thresholds.Least)
        {
            var candidates = Enumerable.Range(0, parts.Length).Where(v => parts[v].Answers > 0 && !hidden.Contains(v)).ToList();
            if (candidates.Count == 0) return;
            hidden.Add(candidates.MinBy(v => parts[v].Answers));
        }
    }

    void LeaveOut(List<List<int>?> shown)
    {
        for (var cut = shown.Count - 1; cut >= 0 && Tells(shown); cut--)
        {
            var kept = shown[cut];
            shown[cut] = null;
            if (!Tells(shown)) return;
            // Not this one's fault alone: try without the other first.
            if (cut > 0) (shown[cut], shown[cut - 1], kept) = (kept, null, shown[cut - 1]);
        }
    }

    bool Tells(List<List<int>?> shown) => thresholds.Holds(RuleSwitch.R5) && new CutVerification(book.Uncut, question).Tells(shown);

    Tally[] Sum(int cut)
    {
        Tally[] sum = [.. book.Uncut[0].Parts[cut].Select(t => new Tally(t.Counts.Length))];
        foreach (var block in book.Uncut) Block.AddTo(sum, block.Parts[cut]);
        return sum;
    }
}
