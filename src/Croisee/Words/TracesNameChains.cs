namespace Croisee.Words;

/// <summary>« Josette, Ysaline et Marwan »: behind a name, an « et » carries the names that the lists do not know.</summary>
internal static class NameChains
{
    public static void Follow(TraceTokens words, TracePeople people, TraceSpans found, int at)
    {
        Span<(int Start, int End)> links = stackalloc (int, int)[8];
        var count = 0;
        while (count < links.Length && words[at].Folded is "," or "et" or "ou")
        {
            var last = !words[at].Is(",");
            var start = at + 1;
            var end = words[start].Gap != Gap.Line && NameShape.IsUncommon(words[start]) ? NameShape.End(words, found, start, 3, LowerCase.No) : start;
            if (end == start || people.IsName(start)) return;
            links[count++] = (start, end);
            at = end;
            if (!last) continue;
            // An enumeration without « et » may go from a name to a place: nothing is known of it.
            foreach (var link in links[..count])
            {
                people.MarkName(link.Start, link.End);
                found.Add(words[link.Start].Start, words[link.End - 1].End, TraceKind.Name, "une personne");
            }
            return;
        }
    }
}
