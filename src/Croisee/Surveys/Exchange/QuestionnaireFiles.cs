using System.Text;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Reads a questionnaire from whatever file somebody has, recognised by what it holds and never by its name.</summary>
public static class QuestionnaireFiles
{
    /// <summary>Bytes; the readers have limits of their own below it.</summary>
    public const int LongestFile = 4_000_000;

    public static ReadQuestionnaire Read(byte[] file)
    {
        if (file.Length > LongestFile) return ReadQuestionnaire.None(QuestionnaireFormat.Croisee, "fichier", "Ce fichier est trop grand pour un questionnaire : quatre mégaoctets au plus.");
        if (file is [0xD0, 0xCF, 0x11, 0xE0, ..]) return ReadQuestionnaire.None(QuestionnaireFormat.XlsForm, "fichier", "Ce classeur est dans l’ancien format .xls : ouvrez-le et enregistrez-le au format .xlsx.");
        using var stream = new MemoryStream(file, writable: false);
        return Bounded(First(file) switch
        {
            'P' when file is [(byte)'P', (byte)'K', ..] => XlsFormReader.Read(stream),
            '<' => LssReader.Read(stream),
            '{' when IsFhir(file) => FhirReader.Read(Plain(file)),
            _ => Ours(file),
        });
    }

    /// <summary>Whatever it came as, what is kept is our own form, and that has a length.</summary>
    static ReadQuestionnaire Bounded(ReadQuestionnaire read)
    {
        if (read.Content is not { } content) return read;
        var kept = ContentJson.Write(content);
        return kept.Length > ContentJson.LongestFile ? ReadQuestionnaire.None(read.Format, "fichier", "Ce questionnaire est trop long pour être gardé : partagez-le en deux.")
            // Out of the texts already; not where a file names a language, a picture or a recording.
            : ControlSigns.StandIn(kept) ? ReadQuestionnaire.None(read.Format, "fichier", "Une langue, une image ou un son de ce fichier a un nom qui n’est pas du texte.") : read;
    }

    /// <summary>The first sign that says something, after a mark of encoding and spaces; UTF-16 begins by its mark.</summary>
    static char First(byte[] file)
    {
        if (file is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]) return '<';
        foreach (var sign in Plain(file).Span) if (sign is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) return (char)sign;
        return '\0';
    }

    static ReadOnlyMemory<byte> Plain(byte[] file) => file is [0xEF, 0xBB, 0xBF, ..] ? file.AsMemory(3) : file;

    /// <summary>Only FHIR names its kind of resource; our own form refuses members that it does not know.</summary>
    static bool IsFhir(byte[] file) => file.AsSpan().IndexOf("\"resourceType\""u8) >= 0;

    static ReadQuestionnaire Ours(byte[] file)
    {
        var (content, fault) = ContentJson.TryRead(Encoding.UTF8.GetString(Plain(file).Span));
        if (fault is not null) return ReadQuestionnaire.None(QuestionnaireFormat.Croisee, "fichier", fault);
        var faults = ContentFaults.Of(content!);
        return new(QuestionnaireFormat.Croisee, faults.Count == 0 ? content : null, [.. faults.Take(50).Select(f => new ReadLine(Fate.Refused, f.Question ?? "fichier", "questionnaire", f.Sentence))]);
    }
}
