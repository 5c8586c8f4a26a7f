namespace Croisee.Tests.Deliberation;

/// <summary>
/// The independent reference: reads the story of a question from its first line and cancels a yes with a no, one pair after another.
/// Shares no type with the product but the names of colleges, choices and rules, as words.
/// </summary>
static class NaiveCount
{
    /// <summary>One line of the story: what (sits, leaves, votes), which seat, and the rest in words.</summary>
    public sealed record Line(string What, Guid Seat, string College = "", string Vote = "", string Motive = "");

    public sealed record Answer(string Result, string Tally, double? Divergence, string Motives);

    public static Answer Count(IReadOnlyList<Line> story, string rule, string quorum, int value)
    {
        var here = new Dictionary<Guid, string>();
        var colleges = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in story)
        {
            if (line.What == "sits") { here[line.Seat] = line.College; colleges.Add(line.College); }
            if (line.What == "leaves") here.Remove(line.Seat);
        }

        var last = new Dictionary<Guid, Line>();
        foreach (var line in story)
            if (line.What == "votes" && here.ContainsKey(line.Seat)) last[line.Seat] = line;

        var standing = new Dictionary<string, string>();
        var tally = new List<string>();
        var fractions = new List<(long Yes, long All)>();
        var quorumFails = colleges.Count == 0;
        foreach (var college in colleges)
        {
            var seats = here.Where(h => h.Value == college).Select(h => h.Key).ToList();
            var said = seats.Where(last.ContainsKey).Select(s => last[s].Vote).ToList();
            tally.Add($"{college} {seats.Count}/{said.Count(c => c == "Yes")}/{said.Count(c => c == "No")}/{said.Count(c => c == "Abstain")}");
            if (!Enough(said.Count, seats.Count, quorum, value)) quorumFails = true;
            standing[college] = Leftover(said);
            var expressed = said.Count(c => c != "Abstain");
            if (expressed > 0) fractions.Add((said.Count(c => c == "Yes"), expressed));
        }

        var motives = last.Values.Where(v => v.Motive.Trim() != "").Select(v => $"{v.College}:{v.Vote}:{v.Motive.Trim()}").Order(StringComparer.Ordinal).ToList();
        var everybody = Leftover([.. last.Values.Select(v => v.Vote)]);
        var objections = last.Values.Any(v => v.Vote == "No" && v.Motive.Trim() != "");
        var result = quorumFails ? "NoQuorum" : rule switch
        {
            "DoubleMajority" when standing.Values.Contains("No") => "Rejected",
            "DoubleMajority" => standing.Values.Contains("") ? "Undecided" : "Adopted",
            "Consent" => objections ? "Rejected" : "Adopted",
            _ => everybody switch { "Yes" => "Adopted", "No" => "Rejected", _ => "Undecided" },
        };
        return new(result, string.Join(" ", tally), Widest(fractions), string.Join("|", motives));
    }

    static bool Enough(int voted, int seats, string quorum, int value)
    {
        if (voted == 0) return false;
        if (quorum == "Percent") return voted * 100 >= value * seats;
        return quorum == "Seats" ? voted >= value : voted + voted > seats;
    }

    /// <summary>Takes one yes and one no away until one of them is exhausted; what is left wins; nothing left, nobody wins.</summary>
    static string Leftover(List<string> said)
    {
        var left = said.Where(c => c != "Abstain").ToList();
        while (left.Contains("Yes") && left.Contains("No"))
        {
            left.Remove("Yes");
            left.Remove("No");
        }
        return left.Count == 0 ? "" : left[0];
    }

    /// <summary>The widest difference between two fractions, in whole numbers until the last division.</summary>
    static double? Widest(List<(long Yes, long All)> fractions)
    {
        if (fractions.Count < 2) return null;
        var widest = 0.0;
        foreach (var a in fractions)
            foreach (var b in fractions)
                widest = Math.Max(widest, (double)((a.Yes * b.All) - (b.Yes * a.All)) / (a.All * b.All));
        return widest;
    }
}
