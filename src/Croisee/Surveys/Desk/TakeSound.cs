using Croisee.Data;
using Croisee.Files;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>Takes a recording for a questionnaire: what it is comes from its bytes, what it says of its maker is cut off, the antivirus looks. The caller saves.</summary>
sealed class TakeSound(AppDb db, FileStore store, string? giver = null)
{
    static readonly string TooBig = $"Cet enregistrement est trop lourd : {QuestionnaireSound.BytesMax >> 20} Mo au plus. Enregistrez-le en MP3, ou lisez moins de texte.";
    const string NoSound = "Ce fichier n’est pas un enregistrement sonore. Choisissez un fichier MP3, Ogg, M4A ou WAV.";

    /// <returns>The file, or the sentence that says why not.</returns>
    public async Task<(StoredFile? File, string? Refused)> Run(Questionnaire questionnaire, IFormFile sent, DateTime now, CancellationToken cancel)
    {
        if (sent.Length > QuestionnaireSound.BytesMax) return (null, TooBig);
        var already = await db.QuestionnaireSounds.CountAsync(s => s.QuestionnaireId == questionnaire.Id, cancel);
        using var bytes = new MemoryStream((int)sent.Length);
        await sent.CopyToAsync(bytes, cancel);
        var found = FileCheck.Inspect(bytes.ToArray(), sent.FileName);
        if (found.Kind is not { IsSound: true }) return (null, found.Refused is { } why and not Refusal.Unknown ? why.Say() : NoSound);
        bytes.Position = 0;
        var intake = await store.Take(bytes, sent.FileName, already: 0, cancel, giver);
        if (intake.File is not { } file) return (null, intake.Refused!.Value.Say());
        // The same recording sent twice is one.
        if (await Same(questionnaire, file, cancel) is { } same) { store.Delete(file); return (same, null); }
        try { db.QuestionnaireSounds.Add(new QuestionnaireSound(questionnaire, file, already, now)); }
        catch { store.Delete(file); throw; }
        db.StoredFiles.Add(file);
        return (file, null);
    }

    Task<StoredFile?> Same(Questionnaire questionnaire, StoredFile file, CancellationToken cancel) =>
        db.StoredFiles.Where(f => f.Digest == file.Digest && f.State != FileState.Refused).Join(db.QuestionnaireSounds.Where(s => s.QuestionnaireId == questionnaire.Id), f => f.Id, s => s.FileId, (f, _) => f).FirstOrDefaultAsync(cancel);
}
