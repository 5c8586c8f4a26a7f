using System.Security.Cryptography;
using Croisee.Data;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Offline;

/// <summary>
/// Takes one sealed answer of a device. Sent again, it is confirmed again and lies here once, as a sheet or in the tray of late ones (F20, F23).
/// Whether it is late is judged by this server's clock.
/// </summary>
public sealed class TakeEnvelope(AppDb db, TakeAnswers take, IDataProtectionProvider protection, TimeProvider clock)
{
    const string Channel = Aside.SetAside.Device;
    readonly IDataProtector protector = Protector(protection);

    internal static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("offline device");

    /// <summary>Anything but <see cref="Taken.Here"/>, and it stays on the device.</summary>
    public async Task<Taken> Run(PutSurvey put, OfflineDevice device, string content, CancellationToken cancel)
    {
        if (Open(content, device) is not { } kept || !SheetKey.IsKey(kept.Key)) return Taken.NotOfThisDevice;
        var read = Read(put, kept);
        // Of a page that was prepared before a device kept blank sheets no more: nothing is lost by it.
        if (read is { IsBlank: true }) return Taken.Here;
        if (read is null || !put.Survey.AcceptsAt(clock.UtcNow())) return await Wait(device, kept, content, read is null ? LateReason.DoesNotFit : LateReason.AfterTheEnd, cancel);
        device.Receive();
        await take.Run(put, kept.Key, read, new HowAnswered(Channel, kept.Mode), cancel);
        return Taken.Here;
    }

    /// <summary>A late one that the team counts after all, saved by who asks, with all the others.</summary>
    public async Task<CountedLate> Count(PutSurvey put, OfflineDevice device, LateEnvelope late)
    {
        if (Open(late.Content, device) is not { } kept || Read(put, kept) is not { } read) return CountedLate.Shut;
        db.Remove(late);
        if (read.IsBlank) return CountedLate.Blank;
        if (!await take.IsThere(late.SurveyId, late.Id)) take.Add(put, kept.Key, read, new HowAnswered(Channel, kept.Mode));
        return CountedLate.Counted;
    }

    /// <summary>Null too where the instance has lost the key ring that this device was prepared under (F34).</summary>
    KeptAnswers? Open(string content, OfflineDevice device)
    {
        try { return Envelope.Open(content, device.Id, protector.Unprotect(device.PrivateKey)); }
        catch (CryptographicException) { return null; }
    }

    /// <summary>
    /// Null when it does not answer this questionnaire. A question that was passed is no fault: on a device as anywhere nobody is held at a question. Nor are too few or too many choices, which a page
    /// that was prepared long ago may not refuse: that one answer is left, and the sheet counts.
    /// </summary>
    static GivenAnswers? Read(PutSurvey put, KeptAnswers kept)
    {
        // PostgreSQL keeps no NUL sign in a text; no keyboard makes one.
        if (kept.Answers.Values.Any(said => said.Any(s => s.Contains('\0', StringComparison.Ordinal)))) return null;
        var read = ReadAnswers.Without(put.Content, name => kept.Answers.GetValueOrDefault(name, []), (field, sentence) => put.Field(field) is { Question: var asked } && ReadAnswers.IsOfBounds(asked, sentence));
        return kept.Revision == put.Survey.RevisionNumber && AnswerScreen.MayBeMode(put, kept.Mode) && read.Errors.All(e => ReadAnswers.IsMissing(e.Sentence)) ? read.Given : null;
    }

    async Task<Taken> Wait(OfflineDevice device, KeptAnswers kept, string content, LateReason reason, CancellationToken cancel)
    {
        var id = SheetKey.Id(kept.Key, "feuille");
        if (await IsHere(device, id, cancel)) return Taken.Here;
        if (await db.LateEnvelopes.CountAsync(l => l.DeviceId == device.Id, cancel) >= OfflineDevice.MostWaiting) return Taken.NoRoom;
        device.Receive();
        db.Add(new LateEnvelope(id, device, clock.ParisToday(), content, reason));
        try { await db.SaveChangesAsync(cancel); }
        catch (DbUpdateException e) when (e.IsRace() && !cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await IsHere(device, id, cancel)) throw;
        }
        return Taken.Here;
    }

    async Task<bool> IsHere(OfflineDevice device, Guid id, CancellationToken cancel) =>
        await db.LateEnvelopes.AnyAsync(l => l.SurveyId == device.SurveyId && l.Id == id, cancel) || await take.IsThere(device.SurveyId, id);
}

/// <summary>What became of an answer in the tray.</summary>
public enum CountedLate
{
    Counted,
    /// <summary>No sheet, as at every other door: it is not kept.</summary>
    Blank,
    /// <summary>It cannot be opened here, and stays in the tray.</summary>
    Shut,
}

/// <summary>What became of an answer that a device sent.</summary>
public enum Taken
{
    /// <summary>It is here, as a sheet or in the tray: the device may forget it.</summary>
    Here,
    NotOfThisDevice,
    /// <summary>As many of this device as may wait are waiting: the team counts or erases them first.</summary>
    NoRoom,
}
