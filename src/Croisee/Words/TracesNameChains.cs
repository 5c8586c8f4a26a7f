namespace Croisee.Words;

/// <summary>« Josette, Ysaline et Marwan »: behind a name, an « et » carries the names that the lists do not know.</summary>
internal static class NameChains
{
    /// <param name="hopeless">Up to where an enumeration is known to end without « et »; keeps the whole linear.</param>
    public static void Follow(TraceTokens words, TracePeople people, TraceSpans found, int at, ref int hopeless)
    {
        if (at < hopeless) return;
        List<(int Start, int End)>? links = null;
        while (words[at].Folded is "," or "et" or "ou" && (links?.Count ?? 0) < 40)
        {
            var last = !words[at].Is(",");
            var start = at + 1;
            var end = words[start].Gap != Gap.Line && NameShape.IsUncommon(words[start]) ? NameShape.End(words, found, start, 3, LowerCase.No) : start;
            if (end == start || people.IsName(start)) break;
            (links ??= []).Add((start, end));
            at = end;
            if (!last) continue;
            foreach (var link in links)
            {
                people.MarkName(link.Start, link.End);
                found.Add(words[link.Start].Start, words[link.End - 1].End, TraceKind.Name, "une personne");
            }
            return;
        }
        // An enumeration without « et » may go from a name to a place: nothing is known of it.
        hopeless = at;
    }
}

/// <summary>A name heard once is a name everywhere in the text: « Mme Kerbrat… Kerbrat a répondu ».</summary>
internal static class NameEchoes
{
    public static void Find(TraceTokens words, TracePeople people, TraceSpans found)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
            if (people.IsName(i) && Tells(words[i])) heard.Add(words[i].Folded);
        if (heard.Count == 0) return;

        for (var i = 0; i < words.Count; i++)
        {
            if (!Is(i)) continue;
            var end = i + 1;
            while (end - i < 4 && Is(end) && words[end].Gap == Gap.Space) end++;
            if (!NamedPlaces.Holds(words, i, civility: false))
            {
                people.MarkName(i, end);
                found.Add(words[i].Start, words[end - 1].End, TraceKind.Name, "une personne");
            }
            i = end - 1;
        }

        bool Is(int i) => Tells(words[i]) && heard.Contains(words[i].Folded) && !people.IsName(i) && !people.IsClosed(i) && !found.IsTaken(words[i].Start);
    }

    private static bool Tells(Token token) => token.IsCapital && token.Folded.Length > 2 && NameShape.IsUncommon(token);
}
