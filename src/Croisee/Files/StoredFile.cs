using Croisee.Rules;

namespace Croisee.Files;

public enum FileState
{
    /// <summary>Waits for the antivirus; nobody can open it, and nobody is kept from sending what it belongs to.</summary>
    Quarantine,
    Clean,
    Refused,
}

/// <summary>What is still missing before a file may be shown to everyone.</summary>
public enum PublicationGap { NotClean, RightsStatement, AlternativeText }

/// <summary>A file that somebody attached. It knows no owner: the owner's table refers to it.</summary>
public sealed class StoredFile
{
    /// <summary>Scans that end without an answer before a file is set aside for good (quality F27).</summary>
    public const int MaxTries = 3;
    public const int MaxRightsLength = 500, MaxAlternativeLength = 1000;

    StoredFile() { }

    /// <param name="diskName">32 hexadecimal digits from a secure generator: 128 bits nobody can guess.</param>
    /// <param name="digest">SHA-256 of the stored bytes (after cleaning), 64 hexadecimal digits.</param>
    /// <param name="originalName">Already made safe by <see cref="SafeName"/>.</param>
    /// <param name="storedAt">UTC.</param>
    public StoredFile(string diskName, FileKind kind, long length, string digest, string originalName, bool metadataLeft, DateTime storedAt)
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(storedAt, TimeSpan.Zero));
        (DiskName, Kind, Length, Digest, OriginalName, MetadataLeft, StoredAt) = (diskName, kind, length, digest, originalName, metadataLeft, storedAt);
    }

    public Guid Id { get; private set; }
    public string DiskName { get; private set; } = "";
    public FileKind Kind { get; private set; }
    /// <summary>Bytes.</summary>
    public long Length { get; private set; }
    public string Digest { get; private set; } = "";
    public string OriginalName { get; private set; } = "";
    /// <summary>Some notes about the maker could not be taken out: to be said before publishing.</summary>
    public bool MetadataLeft { get; private set; }
    public FileState State { get; private set; }
    public Refusal? Reason { get; private set; }
    /// <summary>What the antivirus called it.</summary>
    public string? Threat { get; private set; }
    /// <summary>False on a clean file means that no antivirus was configured: taken on trust, and scanned if one is added later.</summary>
    public bool Scanned { get; private set; }
    public int Tries { get; private set; }
    public DateTime StoredAt { get; private set; }
    /// <summary>Whose it is and under which terms it may be shown, in the words of the person who attached it.</summary>
    public string? RightsStatement { get; private set; }
    /// <summary>What a person who does not see the picture, or does not hear the sound, needs to know of it.</summary>
    public string? AlternativeText { get; private set; }

    public bool IsClean => State == FileState.Clean;
    /// <summary>Kept on disk but set aside: the antivirus never came to an end with it.</summary>
    public bool IsIsolated => State == FileState.Refused && Reason == Refusal.CouldNotBeScanned;
    public bool NeedsScan => State == FileState.Quarantine || State == FileState.Clean && !Scanned;

    /// <summary>Takes note of a scan. A daemon that is down costs no try: the file just waits.</summary>
    public void Note(ScanOutcome outcome)
    {
        if (!NeedsScan) throw new InvalidOperationException($"A file in state {State} is not scanned again.");
        switch (outcome.State)
        {
            case ScanState.Clean:
                (State, Scanned) = (FileState.Clean, true);
                break;
            case ScanState.NotConfigured:
                (State, Scanned) = (FileState.Clean, false);
                break;
            case ScanState.Infected:
                (Scanned, Threat) = (true, outcome.Threat is { Length: > 200 } t ? t[..200] : outcome.Threat);
                Refuse(Refusal.Infected);
                break;
            case ScanState.Failed:
                if (++Tries >= MaxTries) Refuse(Refusal.CouldNotBeScanned);
                break;
        }
    }

    void Refuse(Refusal reason) => (State, Reason) = (FileState.Refused, reason);

    /// <summary>An administrator gives an isolated file three more tries, after repairing the antivirus.</summary>
    public void TryAgain()
    {
        if (!IsIsolated) throw new RuleBroken("FILE-ISOLATED", "Seul un fichier mis à l’écart par l’antivirus peut être examiné à nouveau.");
        (State, Reason, Tries) = (FileState.Quarantine, null, 0);
    }

    /// <exception cref="RuleBroken">A text is longer than its limit.</exception>
    public void Describe(string? rightsStatement, string? alternativeText)
    {
        (RightsStatement, AlternativeText) =
            (Held(rightsStatement, MaxRightsLength, nameof(RightsStatement)), Held(alternativeText, MaxAlternativeLength, nameof(AlternativeText)));
    }

    static string? Held(string? text, int max, string field)
    {
        text = text?.Trim();
        if (text?.Length > max) throw new RuleBroken("FILE-TEXT", $"Ce texte est trop long : {max} caractères au plus.", field);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Empty when the file may be published. Rights and an alternative text are asked of every kind of file (issue 2, section 4).</summary>
    public IReadOnlyList<PublicationGap> GapsBeforePublication()
    {
        var gaps = new List<PublicationGap>();
        if (!IsClean) gaps.Add(PublicationGap.NotClean);
        if (RightsStatement is null) gaps.Add(PublicationGap.RightsStatement);
        if (AlternativeText is null) gaps.Add(PublicationGap.AlternativeText);
        return gaps;
    }
}
