namespace Croisee.Library;

/// <summary>Nobody may, while the house has no groups.</summary>
public sealed class EasyReaders : IEasyReaders
{
    public Task<bool> MayRead(Guid person) => Task.FromResult(false);
}
