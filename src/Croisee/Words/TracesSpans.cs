namespace Croisee.Words;

/// <summary>Collects traces; the first to take a character keeps it.</summary>
internal sealed class TraceSpans(int length)
{
    private readonly bool[] _taken = new bool[length];
    private readonly List<Trace> _traces = [];

    public bool Add(int start, int end, TraceKind kind, string suggestion)
    {
        for (var i = start; i < end; i++)
            if (_taken[i]) return false;
        Array.Fill(_taken, true, start, end - start);
        _traces.Add(new Trace(start, end - start, kind, suggestion));
        return true;
    }

    public bool IsTaken(int index) => index < _taken.Length && _taken[index];

    public bool Has(TraceKind kind) => _traces.Exists(t => t.Kind == kind);

    public IReadOnlyList<Trace> Sorted()
    {
        _traces.Sort((a, b) => a.Start.CompareTo(b.Start));
        return _traces;
    }
}
