using Croisee.Data;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>
/// A file of a questionnaire names recordings and does not hold them: they are there for a copy on the same platform, and nowhere else. A name of what is not there goes, and is said before
/// anything is kept.
/// </summary>
static class SoundsOfFile
{
    public static async Task<ReadQuestionnaire> Check(AppDb db, ReadQuestionnaire read, CancellationToken cancel)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        read.Content?.Each((_, _, text) =>
        {
            if (text.Audio is { Length: > 0 } audio) named.Add(audio);
            return text;
        });
        if (named.Count == 0) return read;
        var ids = named.Select(QuestionnaireSound.IdOf).OfType<Guid>().ToList();
        var there = (await db.QuestionnaireSounds.Where(s => ids.Contains(s.FileId)).Select(s => s.FileId).Distinct().ToListAsync(cancel)).ToHashSet();
        bool IsThere(string? audio) => QuestionnaireSound.IdOf(audio) is { } id && there.Contains(id);
        var lost = named.Count(n => !IsThere(n));
        if (lost == 0) return read;
        var sentence = $"{(lost == 1 ? "Un enregistrement n’est pas dans ce fichier" : $"{lost} enregistrements ne sont pas dans ce fichier")} : l’appareil lira le texte. Pour une voix humaine, enregistrez-le de nouveau.";
        return read with { Content = read.Content!.Each((_, _, text) => IsThere(text.Audio) ? text : text with { Audio = null }), Lines = [.. read.Lines, new(Fate.Adapted, "fichier", "Enregistrements", sentence)] };
    }
}
