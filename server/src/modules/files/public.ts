export { type ReceivedUpload, receiveUpload } from './receive.ts';
export { forgetFiles, listFilesOf, type OpenFile, openFile, recordUpload, removeFile } from './service.ts';
